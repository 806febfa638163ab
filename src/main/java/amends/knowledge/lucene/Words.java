package amends.knowledge.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/**
 * Cuts Chinese text into words: of all ways to cut it the one whose words are, taken together, the most frequent. The
 * words and their frequencies are those of Lucene's smartcn, whose own way of cutting weighs neighbours too, takes
 * twenty times as long, and finds answers no better. Any thread.
 */
final class Words {
    private static final String DICTIONARY = "hhmm/coredict.mem";
    private static final int LONGEST = 4;
    private static final int SLOTS = 1 << 18;

    /** A word as the numbers of its characters, 16 bits each; 0 where there is none. */
    private final long[] words = new long[SLOTS];

    /** How unlikely the word is. */
    private final float[] costs = new float[SLOTS];

    private final float unknown;

    Words() {
        long all;
        try (InputStream file = SmartChineseAnalyzer.class.getResourceAsStream(DICTIONARY);
                var in = new ObjectInputStream(file)) {
            all = read((short[]) in.readObject(), (char[]) in.readObject(), (char[][][]) in.readObject(), (int[][])
                    in.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not the dictionary that is known", e);
        }
        unknown = (float) Math.log(all);
        for (int i = 0; i < SLOTS; i++) if (words[i] != 0) costs[i] = (float) Math.log(all / costs[i]);
    }

    /** @return how often all words occur together */
    private long read(short[] places, char[] firsts, char[][][] rests, int[][] frequencies) {
        long all = 0;
        for (int i = 0; i < firsts.length; i++) {
            if (firsts[i] == 0 || rests[places[i]] == null) continue;
            for (int k = 0; k < rests[places[i]].length; k++) {
                char[] rest = rests[places[i]][k];
                int length = rest == null ? 0 : rest.length;
                if (length >= LONGEST) continue;
                long word = firsts[i];
                for (int c = 0; c < length; c++) word = word << 16 | rest[c];
                int often = frequencies[places[i]][k] + 1;
                int slot = slot(word);
                words[slot] = word;
                costs[slot] += often;
                all += often;
            }
        }
        return all;
    }

    /** Where the word is, or would be. */
    private int slot(long word) {
        long mixed = word * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 46);
        while (words[slot] != 0 && words[slot] != word) slot = slot + 1 & SLOTS - 1;
        return slot;
    }

    /** @param all takes every word, packed ({@link PackedTerm}) */
    void each(LongConsumer all) {
        for (long word : words) if (word != 0) all.accept(word);
    }

    /**
     * How unlikely a word is: the logarithm of one in how many words it is.
     *
     * @return {@link Float#MAX_VALUE} for what is no word; a single character always is one
     */
    float cost(long word, int length) {
        int slot = slot(word);
        if (words[slot] != 0) return costs[slot];
        return length == 1 ? unknown : Float.MAX_VALUE;
    }

    /** How often a word occurs among all; 1 for a character that is none. */
    float often(long word, int length) {
        float cost = cost(word, length);
        return cost == Float.MAX_VALUE ? 0 : (float) Math.exp(unknown - cost);
    }

    /** Adds the words of a run of folded Chinese characters. */
    void cut(String text, int from, int to, TermSink cut) {
        int length = to - from;
        float[] least = new float[length + 1];
        byte[] taken = new byte[length + 1];
        Arrays.fill(least, 1, length + 1, Float.MAX_VALUE);
        for (int at = 0; at < length; at++) {
            long word = 0;
            for (int n = 1; n <= LONGEST && at + n <= length; n++) {
                word = word << 16 | text.charAt(from + at + n - 1);
                int slot = slot(word);
                if (words[slot] == 0 && n > 1) continue;
                float cost = least[at] + (words[slot] == 0 ? unknown : costs[slot]);
                if (cost >= least[at + n]) continue;
                least[at + n] = cost;
                taken[at + n] = (byte) n;
            }
        }
        int[] starts = new int[length];
        int first = length;
        for (int end = length; end > 0; end -= taken[end]) starts[--first] = end - taken[end];
        for (int i = first; i < length; i++)
            cut.piece(text, from + starts[i], i + 1 < length ? from + starts[i + 1] : to);
    }
}
