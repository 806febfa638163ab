package amends.knowledge.lucene;

/** Terms of up to four characters as numbers, 16 bits a character: most terms are, and numbers are quickly compared. */
final class PackedTerm {
    static final int LONGEST = 4;

    private PackedTerm() {}

    /** Never 0: no term begins with the character 0. */
    static long of(String text, int from, int to) {
        long packed = 0;
        for (int i = from; i < to; i++) packed = packed << 16 | text.charAt(i);
        return packed;
    }

    /** Where to look for it in a table of {@code 1 << bits} places. */
    static int place(long packed, int bits) {
        return (int) (packed * 0x9E3779B97F4A7C15L >>> 64 - bits);
    }

    /** @return how many characters it has, which stand in {@code characters} then */
    static int unpack(long packed, char[] characters) {
        int length = (79 - Long.numberOfLeadingZeros(packed)) / 16;
        for (int i = length - 1, shift = 0; i >= 0; i--, shift += 16) characters[i] = (char) (packed >>> shift);
        return length;
    }
}
