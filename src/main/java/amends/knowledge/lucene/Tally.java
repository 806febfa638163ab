package amends.knowledge.lucene;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * Counts the terms of one strand of one article, and gives them to Lucene each once with how often it counts: Lucene is
 * spared the looking up of repeated ones, and nobody makes strings. For one article after another; one thread at a time.
 */
final class Tally implements TermSink {
    private int bits = 8;
    private long[] terms = new long[1 << bits];
    private int[] counts = new int[1 << bits];
    /** The places that are taken, in the order in which they were. */
    private int[] taken = new int[1 << bits - 1];

    private int size;
    private final Map<String, Integer> longer = new HashMap<>();
    private final Counted counted = new Counted();
    private int times = 1;

    /** What comes from now on counts so often. */
    void times(int times) {
        this.times = times;
    }

    @Override
    public void piece(String text, int from, int to) {
        if (to - from <= PackedTerm.LONGEST) add(PackedTerm.of(text, from, to), times);
        else longer.merge(text.substring(from, to), times, Integer::sum);
    }

    @Override
    public void term(String term, int from, int to) {
        piece(term, 0, term.length());
    }

    private void add(long term, int more) {
        int place = PackedTerm.place(term, bits);
        while (terms[place] != term) {
            if (terms[place] == 0) {
                if (size == taken.length) {
                    grow();
                    add(term, more);
                    return;
                }
                terms[place] = term;
                counts[place] = 0;
                taken[size++] = place;
                break;
            }
            place = place + 1 & terms.length - 1;
        }
        counts[place] += more;
    }

    private void grow() {
        long[] before = terms;
        int[] counted = counts;
        int[] places = taken;
        bits++;
        terms = new long[1 << bits];
        counts = new int[1 << bits];
        taken = new int[1 << bits - 1];
        int many = size;
        size = 0;
        for (int i = 0; i < many; i++) add(before[places[i]], counted[places[i]]);
    }

    boolean isEmpty() {
        return size == 0 && longer.isEmpty();
    }

    void clear() {
        for (int i = 0; i < size; i++) terms[taken[i]] = 0;
        size = 0;
        longer.clear();
    }

    /** The terms, each once. Good until the tally changes. */
    TokenStream stream() {
        return counted;
    }

    private final class Counted extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final TermFrequencyAttribute often = addAttribute(TermFrequencyAttribute.class);
        private final char[] characters = new char[PackedTerm.LONGEST];
        private final BytesRef bytes = new BytesRef(UnicodeUtil.maxUTF8Length(PackedTerm.LONGEST));
        private int next;
        private Iterator<Map.Entry<String, Integer>> nextLonger;

        @Override
        public void reset() {
            clearAttributes();
            next = 0;
            nextLonger = longer.entrySet().iterator();
        }

        @Override
        public boolean incrementToken() {
            // Nothing else is ever set, so nothing else is to be cleared.
            if (next < size) {
                int place = taken[next++];
                int length = PackedTerm.unpack(terms[place], characters);
                bytes.length = UnicodeUtil.UTF16toUTF8(characters, 0, length, bytes.bytes);
                term.setBytesRef(bytes);
                often.setTermFrequency(counts[place]);
                return true;
            }
            if (!nextLonger.hasNext()) return false;
            Map.Entry<String, Integer> one = nextLonger.next();
            term.setBytesRef(new BytesRef(one.getKey()));
            often.setTermFrequency(one.getValue());
            return true;
        }
    }
}
