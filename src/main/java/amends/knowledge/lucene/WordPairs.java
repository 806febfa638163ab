package amends.knowledge.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/**
 * How often one Chinese word follows another, as Lucene's smartcn knows it: by a number made of both and a sign between
 * (FNV-1a of 64 bits, each character as two bytes), not by the words. Unchangeable; any thread.
 */
final class WordPairs {
    private static final String DICTIONARY = "hhmm/bigramdict.mem";
    private static final int BITS = 19;
    private static final long BEGIN = 0xcbf29ce484222325L;
    private static final long PRIME = 1099511628211L;
    private static final char BETWEEN = '@';

    private final long[] pairs = new long[1 << BITS];
    private final int[] often = new int[1 << BITS];

    /** Takes some hundredths of a second. */
    WordPairs() {
        try (InputStream file = SmartChineseAnalyzer.class.getResourceAsStream(DICTIONARY);
                var in = new ObjectInputStream(file)) {
            read((long[]) in.readObject(), (int[]) in.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not the dictionary that is known", e);
        }
    }

    private void read(long[] numbers, int[] counts) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == 0) continue;
            int place = place(numbers[i]);
            pairs[place] = numbers[i];
            often[place] = counts[i];
        }
    }

    private int place(long number) {
        int place = PackedTerm.place(number, BITS);
        while (pairs[place] != 0 && pairs[place] != number) place = place + 1 & pairs.length - 1;
        return place;
    }

    /** The half of a pair that a word begins. @param word packed ({@link PackedTerm}) */
    static long begun(long word) {
        return with(with(BEGIN, word), BETWEEN);
    }

    /** How often a word follows that which has begun a pair. */
    int often(long begun, long word) {
        return often[place(pair(begun, word))];
    }

    /** The number of a pair. */
    static long pair(long begun, long word) {
        return with(begun, word);
    }

    private static long with(long number, long word) {
        long mixed = number;
        for (int shift = 48; shift >= 0; shift -= 16) {
            var c = (char) (word >>> shift);
            if (c == 0) continue;
            mixed = (mixed ^ c & 0xff) * PRIME;
            mixed = (mixed ^ c >> 8) * PRIME;
        }
        return mixed;
    }
}
