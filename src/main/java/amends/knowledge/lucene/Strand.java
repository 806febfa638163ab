package amends.knowledge.lucene;

/**
 * One way of looking at a text, and how much it counts. The same weights serve every set of articles; they were found
 * on several sets of questions (src/docs/measurements.md).
 */
enum Strand {
    /** Chinese characters and pairs of them; words of other scripts as they are. */
    CHARACTERS("c", 1, 0.5f),
    /** Chinese words as a dictionary cuts them. */
    WORDS("w", 0.3f, 0),
    /**
     * How the characters sound, and pairs of sounds: finds what was typed with a same-sound character. Title and
     * phrasings count apart for questions in pinyin alone, which have little else.
     */
    SOUNDS("s", 0.5f, 0.5f),
    /** English words by their stems. */
    STEMS("e", 1, 0),
    /** Three and four letters of English words: finds what was mistyped, and what is half typed. */
    LETTERS("l", 0.15f, 0),
    /** What words of everyday and of the bank have in common. */
    MEANINGS("k", 1.5f, 0.5f),
    /** First letters of the sounds, two in a row: finds what was typed in initials. */
    INITIALS("i", 0.5f, 1);

    final String field;
    final float weight;
    /** How much of the weight title and phrasings have apart from the rest; 0: they do not count apart. */
    final float title;

    Strand(String field, float weight, float title) {
        this.field = field;
        this.weight = weight;
        this.title = title;
    }

    /** Where the terms of title and phrasings stand. */
    String titleField() {
        return "t" + field;
    }
}
