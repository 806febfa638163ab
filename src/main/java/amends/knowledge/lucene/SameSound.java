package amends.knowledge.lucene;

import java.util.Arrays;
import java.util.Set;

/**
 * Puts right what was typed with another character of the same sound, as an input method offers them: of all ways to read
 * a row of sounds as words the likeliest, where a changed character must be worth it. For those who look at whole texts
 * and hear nothing; the index hears by itself. Unchangeable; any thread.
 */
final class SameSound {
    private static final int LONGEST = PackedTerm.LONGEST;
    private static final int BITS = 18;
    /** So much likelier must a text become by each character that is changed: e to the power of it. */
    private static final float CHANGED = 5;
    /** How much likelier a word is that articles have. */
    private static final float OWN = 3;

    private final Words words;
    private final Sounds sounds;
    private final Set<Long> own;
    /** Rows of sounds, and at the same place the likeliest word that sounds so. */
    private final long[] heard = new long[1 << BITS];

    private final long[] written = new long[1 << BITS];

    /** @param own the words that articles have, packed ({@link PackedTerm}). Takes some tenths of a second */
    SameSound(Words words, Sounds sounds, Set<Long> own) {
        this.words = words;
        this.sounds = sounds;
        this.own = own;
        char[] characters = new char[LONGEST];
        words.each(word -> {
            int length = PackedTerm.unpack(word, characters);
            if (length > 1) keep(new String(characters, 0, length), word, length);
        });
    }

    private void keep(String text, long word, int length) {
        String sound = sounds.of(text);
        if (sound.indexOf(Sounds.NONE) >= 0) return;
        long key = PackedTerm.of(sound, 0, length);
        int place = place(key);
        if (heard[place] == 0 || cost(word, length) < cost(written[place], length)) {
            heard[place] = key;
            written[place] = word;
        }
    }

    private int place(long sound) {
        int place = PackedTerm.place(sound, BITS);
        while (heard[place] != 0 && heard[place] != sound) place = place + 1 & heard.length - 1;
        return place;
    }

    private float cost(long word, int length) {
        float cost = words.cost(word, length);
        return length > 1 && own.contains(word) ? cost - OWN : cost;
    }

    /** @param folded see {@link Folding} @return as long as what was given */
    String put(String folded) {
        char[] put = folded.toCharArray();
        for (Runs.Run run : Runs.of(folded)) if (run.han()) put(folded, run.from(), run.to(), put);
        return new String(put);
    }

    private void put(String text, int from, int to, char[] into) {
        int length = to - from;
        String signs = sounds.of(text.substring(from, to));
        float[] least = new float[length + 1];
        long[] taken = new long[length + 1];
        byte[] size = new byte[length + 1];
        Arrays.fill(least, 1, length + 1, Float.MAX_VALUE);
        for (int at = 0; at < length; at++) {
            for (int n = 1; n <= LONGEST && at + n <= length; n++) {
                long typed = PackedTerm.of(text, from + at, from + at + n);
                offer(least, taken, size, at, n, typed, cost(typed, n));
                if (n == 1 || signs.substring(at, at + n).indexOf(Sounds.NONE) >= 0) continue;
                long other = written[place(PackedTerm.of(signs, at, at + n))];
                if (other != 0 && other != typed)
                    offer(least, taken, size, at, n, other, cost(other, n) + CHANGED * changed(typed, other, n));
            }
        }
        char[] characters = new char[LONGEST];
        for (int end = length; end > 0; end -= size[end]) {
            PackedTerm.unpack(taken[end], characters);
            System.arraycopy(characters, 0, into, from + end - size[end], size[end]);
        }
    }

    private static void offer(float[] least, long[] taken, byte[] size, int at, int n, long word, float cost) {
        if (least[at] + cost >= least[at + n]) return;
        least[at + n] = least[at] + cost;
        taken[at + n] = word;
        size[at + n] = (byte) n;
    }

    private static int changed(long one, long other, int length) {
        int changed = 0;
        for (int i = 0; i < length; i++) if ((char) (one >>> 16 * i) != (char) (other >>> 16 * i)) changed++;
        return changed;
    }
}
