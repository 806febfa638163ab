package amends.knowledge.lucene;

/**
 * One way of looking at a text, and how much it counts. The same weights serve every set of articles; they were found
 * on three sets of questions (src/docs/measurements.md).
 */
enum Strand {
    /** Chinese characters and pairs of them; words of other scripts as they are. */
    CHARACTERS("c", 1),
    /** Chinese words as a dictionary cuts them. */
    WORDS("w", 0.3f),
    /** How the characters sound, and pairs of sounds: finds what was typed with a same-sound character. */
    SOUNDS("s", 0.5f),
    /** English words by their stems. */
    STEMS("e", 1),
    /** Three and four letters of English words: finds what was mistyped, and what is half typed. */
    LETTERS("l", 0.15f),
    /** What words of everyday and of the bank have in common. */
    MEANINGS("k", 1.5f),
    /** First letters of the sounds, three and four in a row: finds what was typed in initials. */
    INITIALS("i", 0.5f);

    /** How much of a strand's weight title and phrasings have apart from the rest. */
    static final float TITLE = 0.5f;

    final String field;
    final float weight;

    /** Whether title and phrasings count apart from the rest too. */
    boolean isInTitle() {
        return this == CHARACTERS || this == MEANINGS;
    }

    /** Where the terms of title and phrasings stand. */
    String titleField() {
        return "t" + field;
    }

    Strand(String field, float weight) {
        this.field = field;
        this.weight = weight;
    }
}
