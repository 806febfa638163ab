package amends.knowledge.lucene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.util.UnicodeUtil;

/**
 * Numbers the terms of one field in the order in which they come. One thread at a time gives numbers; the terms of those
 * that were handed over to another thread can be read by it meanwhile.
 */
final class Vocabulary {
    /** So many numbers there are; no text has as many terms. */
    static final int MOST = 1 << 21;

    static final int NONE = -1;
    private static final int FEW = 1 << 6;

    private int bits = 8;
    private long[] places = new long[1 << bits];
    private int[] numbers = new int[1 << bits];
    private final Map<String, Integer> longer = new HashMap<>();
    private int size;

    /** By number; 0 for a longer one. Volatile, for who reads them finds them copied whole. */
    private volatile long[] terms = new long[FEW];

    /** By number, as far as they go. */
    private volatile String[] texts = {};

    int size() {
        return size;
    }

    /** @return {@link #NONE} when there are no more */
    int number(String text, int from, int to) {
        if (to - from > PackedTerm.LONGEST) return longer(text.substring(from, to));
        long term = PackedTerm.of(text, from, to);
        int place = PackedTerm.place(term, bits);
        while (places[place] != term) {
            if (places[place] == 0) return isNew(term, place);
            place = place + 1 & places.length - 1;
        }
        return numbers[place];
    }

    private int isNew(long term, int place) {
        if (size == MOST) return NONE;
        places[place] = term;
        numbers[place] = size;
        long[] known = size < terms.length ? terms : Arrays.copyOf(terms, 2 * size);
        known[size] = term;
        terms = known;
        if (size * 2 > places.length) grow();
        return size++;
    }

    private void grow() {
        long[] before = places;
        int[] numbered = numbers;
        bits++;
        places = new long[1 << bits];
        numbers = new int[1 << bits];
        for (int i = 0; i < before.length; i++) {
            if (before[i] == 0) continue;
            int place = PackedTerm.place(before[i], bits);
            while (places[place] != 0) place = place + 1 & places.length - 1;
            places[place] = before[i];
            numbers[place] = numbered[i];
        }
    }

    private int longer(String term) {
        Integer number = longer.get(term);
        if (number != null) return number;
        if (size == MOST) return NONE;
        longer.put(term, size);
        if (size >= terms.length) terms = Arrays.copyOf(terms, 2 * size);
        String[] known = size < texts.length ? texts : Arrays.copyOf(texts, Math.max(FEW, 2 * size));
        known[size] = term;
        texts = known;
        return size++;
    }

    /** The term in UTF-8. */
    byte[] term(int number) {
        long term = terms[number];
        char[] characters = term == 0 ? texts[number].toCharArray() : new char[PackedTerm.LONGEST];
        int length = term == 0 ? characters.length : PackedTerm.unpack(term, characters);
        byte[] bytes = new byte[UnicodeUtil.maxUTF8Length(length)];
        return Arrays.copyOf(bytes, UnicodeUtil.UTF16toUTF8(characters, 0, length, bytes));
    }
}
