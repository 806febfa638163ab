package amends.knowledge.lucene;

import java.util.Arrays;

/** Counts the terms of one field of one article, and makes no strings of them. For one article after another; one thread at a time. */
final class Tally implements TermSink {
    /** Begun anew then, for what an old one has is kept as long as it is used. */
    private static final int LARGE = 1 << 18;

    private Vocabulary vocabulary = new Vocabulary();
    /** By number, all 0 but for those that are taken. */
    private int[] counts = new int[1 << 6];

    private int[] taken = new int[1 << 6];
    private int size;
    private int often;
    private int times = 1;

    /** What comes from now on counts so often. */
    void times(int times) {
        this.times = times;
    }

    @Override
    public void piece(String text, int from, int to) {
        int number = vocabulary.number(text, from, to);
        if (number == Vocabulary.NONE) return;
        if (number >= counts.length) counts = Arrays.copyOf(counts, 2 * number);
        int before = counts[number];
        int now = before + times;
        counts[number] = now;
        if (before == 0) takes(number);
        else if (before < Counted.OFTEN && now >= Counted.OFTEN) often++;
    }

    private void takes(int number) {
        if (size == taken.length) taken = Arrays.copyOf(taken, 2 * size);
        taken[size++] = number;
        if (counts[number] >= Counted.OFTEN) often++;
    }

    @Override
    public void term(String term, int from, int to) {
        piece(term, 0, term.length());
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        for (int i = 0; i < size; i++) counts[taken[i]] = 0;
        size = 0;
        often = 0;
        if (vocabulary.size() > LARGE) vocabulary = new Vocabulary();
    }

    /** What was counted; it stays as it is. */
    Counted counted() {
        int[] terms = new int[size + often];
        int length = 0;
        int at = 0;
        for (int i = 0; i < size; i++) {
            int number = taken[i];
            int count = counts[number];
            terms[at++] = number << Counted.BITS | Math.min(count, Counted.OFTEN);
            if (count >= Counted.OFTEN) terms[at++] = count;
            length += count;
        }
        return new Counted(vocabulary, terms, length);
    }
}
