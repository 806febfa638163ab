package amends.knowledge.lucene;

/** A term of a text. @param from where it begins in the text, in UTF-16 units @param to before which it ends */
record Token(String term, int from, int to) {}
