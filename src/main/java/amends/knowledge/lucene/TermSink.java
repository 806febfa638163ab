package amends.knowledge.lucene;

/** Takes the terms of a text, one after another. A place is counted in UTF-16 units, from it, to before its end. */
interface TermSink {
    /** Of whom nothing is wanted: nothing is made for it. */
    TermSink NONE = new TermSink() {
        @Override
        public void piece(String text, int from, int to) {}

        @Override
        public void term(String term, int from, int to) {}
    };

    /** That piece of the text is a term, and stands at its own place. */
    void piece(String text, int from, int to);

    /** Another term for what stands at a place. */
    void term(String term, int from, int to);

    /** Where the terms of each strand go. */
    interface Strands {
        TermSink of(Strand strand);
    }
}
