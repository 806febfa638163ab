package amends.knowledge.lucene;

/**
 * Which terms one field of one article has, each once with how often it counts. A term is an int: its number in the
 * vocabulary, and in the last bits how often; where that does not fit, {@link #OFTEN}, and the next int says how often.
 *
 * @param length how often all of them count
 */
record Counted(Vocabulary vocabulary, int[] terms, int length) {
    static final int BITS = 10;
    static final int OFTEN = (1 << BITS) - 1;

    static int number(int term) {
        return term >>> BITS;
    }
}
