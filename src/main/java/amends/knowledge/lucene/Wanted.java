package amends.knowledge.lucene;

import java.util.HashSet;
import java.util.Set;

/** Looks for some terms among those of a text, and makes nothing of the others. */
final class Wanted implements TermSink {
    /** A term that was looked for stands there. */
    interface Finds {
        void found(String term, int from, int to);
    }

    private final int bits;
    private final long[] packed;
    private final Set<String> longer = new HashSet<>();
    private final Finds finds;

    Wanted(Set<String> terms, Finds finds) {
        this.finds = finds;
        bits = 34 - Integer.numberOfLeadingZeros(terms.size());
        packed = new long[1 << bits];
        for (String term : terms)
            if (term.length() > PackedTerm.LONGEST) longer.add(term);
            else {
                long number = PackedTerm.of(term, 0, term.length());
                packed[place(number)] = number;
            }
    }

    /** Where it is, or would be. */
    private int place(long number) {
        int place = PackedTerm.place(number, bits);
        while (packed[place] != 0 && packed[place] != number) place = place + 1 & packed.length - 1;
        return place;
    }

    private boolean has(String text, int from, int to) {
        if (to - from > PackedTerm.LONGEST) return !longer.isEmpty() && longer.contains(text.substring(from, to));
        return packed[place(PackedTerm.of(text, from, to))] != 0;
    }

    @Override
    public void piece(String text, int from, int to) {
        if (has(text, from, to)) finds.found(text.substring(from, to), from, to);
    }

    @Override
    public void term(String term, int from, int to) {
        if (has(term, 0, term.length())) finds.found(term, from, to);
    }
}
