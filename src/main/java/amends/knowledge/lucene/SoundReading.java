package amends.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows of sounds as an input method does: of all ways to read them as words the likeliest, each word by itself and
 * after the one before it. Puts right what was typed with another character of the same sound, where a changed character
 * must be worth it, and writes what was typed as sounds. For those who look at whole texts and hear nothing; the index
 * hears by itself. Unchangeable; any thread.
 */
final class SoundReading {
    private static final int LONGEST = PackedTerm.LONGEST;
    private static final int BITS = 18;
    /** So much likelier must a text become by each character that is changed: e to the power of it. */
    private static final float CHANGED = 6;
    /** Of how likely a word is, so much it is whatever stands before it. */
    private static final double ALONE = 0.2;
    /** Of how likely a word is by itself, so much is what all texts say of it; the rest is what articles say. */
    private static final double OTHERS = 0.6;
    /** The same of a word after another that articles have, too. */
    private static final double OTHERS_AFTER = 0.4;
    /** As if a word had been seen so often more before others. */
    private static final int UNSEEN = 2;
    /** So many words of one sound are thought of. */
    private static final int MOST_ALIKE = 6;
    /** So many ways to read a row up to a place are followed. */
    private static final int MOST_WAYS = 8;

    private final Words words;
    private final Sounds sounds;
    private final OwnWords own;
    private final WordPairs pairs;
    /** All words in the order of their sounds, the likeliest first among those that sound alike. */
    private final long[] written;

    /** And how they sound. */
    private final long[] soundOf;
    /** A row of sounds, and at the same place where its words begin. */
    private final long[] heard = new long[1 << BITS];

    private final int[] begins = new int[1 << BITS];

    private record Sounding(long sound, long word, float cost) {}

    /**
     * A way to read a row up to a place.
     *
     * @param word the last; so long
     * @param begun the pair that it begins
     * @param often in all texts @param own in articles
     */
    private record Way(Way before, long word, int length, double cost, long begun, float often, int own) {
        static final Way NONE = new Way(null, 0, 0, 0, 0, 0, 0);
    }

    /** @param own what articles say. Takes some tenths of a second */
    SoundReading(Words words, WordPairs pairs, Sounds sounds, OwnWords own) {
        this.words = words;
        this.pairs = pairs;
        this.sounds = sounds;
        this.own = own;
        List<Sounding> all = sounding();
        written = all.stream().mapToLong(Sounding::word).toArray();
        soundOf = all.stream().mapToLong(Sounding::sound).toArray();
        for (int i = 0; i < written.length; i++) {
            int place = place(soundOf[i]);
            if (heard[place] == 0) begins[place] = i;
            heard[place] = soundOf[i];
        }
    }

    private List<Sounding> sounding() {
        var all = new ArrayList<Sounding>();
        char[] characters = new char[LONGEST];
        words.each(word -> {
            int length = PackedTerm.unpack(word, characters);
            String sound = sounds.of(new String(characters, 0, length));
            if (sound.indexOf(Sounds.NONE) < 0)
                all.add(new Sounding(PackedTerm.of(sound, 0, length), word, cost(word, length)));
        });
        all.sort(Comparator.comparingLong(Sounding::sound).thenComparingDouble(Sounding::cost));
        return all;
    }

    private int place(long sound) {
        int place = PackedTerm.place(sound, BITS);
        while (heard[place] != 0 && heard[place] != sound) place = place + 1 & heard.length - 1;
        return place;
    }

    /** How unlikely a word is by itself: the logarithm of one in how many. */
    private float cost(long word, int length) {
        float cost = words.cost(word, length);
        if (cost == Float.MAX_VALUE || own.all() == 0) return cost;
        return (float) -Math.log(OTHERS * Math.exp(-cost) + (1 - OTHERS) * own.often(word) / own.all());
    }

    /** @param folded see {@link Folding} @return as long as what was given */
    String putRight(String folded) {
        char[] put = folded.toCharArray();
        for (Runs.Run run : Runs.of(folded)) {
            if (!run.han()) continue;
            String typed = folded.substring(run.from(), run.to());
            read(sounds.of(typed), Optional.of(typed)).ifPresent(way -> write(way, put, run.to()));
        }
        return new String(put);
    }

    /** @param signs of sounds ({@link Sounds}) @return as characters, as many; empty when no characters sound so */
    Optional<String> written(String signs) {
        char[] put = new char[signs.length()];
        Optional<Way> way = read(signs, Optional.empty());
        way.ifPresent(found -> write(found, put, put.length));
        return way.map(found -> new String(put));
    }

    private static void write(Way last, char[] into, int end) {
        char[] characters = new char[LONGEST];
        int to = end;
        for (Way way = last; way.length > 0; way = way.before) {
            PackedTerm.unpack(way.word, characters);
            System.arraycopy(characters, 0, into, to - way.length, way.length);
            to -= way.length;
        }
    }

    private Optional<Way> read(String signs, Optional<String> typed) {
        var ways = new ArrayList<List<Way>>();
        for (int i = 0; i <= signs.length(); i++) ways.add(new ArrayList<>());
        ways.getFirst().add(Way.NONE);
        for (int at = 0; at < signs.length(); at++) {
            List<Way> here = likeliest(ways.get(at));
            if (here.isEmpty()) continue;
            for (int n = 1; n <= LONGEST && at + n <= signs.length(); n++)
                follow(here, signs, typed, at, n, ways.get(at + n));
        }
        return ways.getLast().stream().min(Comparator.comparingDouble(Way::cost));
    }

    private static List<Way> likeliest(List<Way> ways) {
        if (ways.size() <= MOST_WAYS) return ways;
        ways.sort(Comparator.comparingDouble(Way::cost));
        return ways.subList(0, MOST_WAYS);
    }

    private void follow(List<Way> ways, String signs, Optional<String> typed, int at, int n, List<Way> to) {
        long as = typed.isPresent() ? PackedTerm.of(typed.get(), at, at + n) : 0;
        if (as != 0) {
            float cost = cost(as, n);
            if (cost < Float.MAX_VALUE) to.add(next(ways, as, n, cost, 0));
        }
        if (signs.substring(at, at + n).indexOf(Sounds.NONE) >= 0) return;
        long sound = PackedTerm.of(signs, at, at + n);
        int place = place(sound);
        if (heard[place] == 0) return;
        int end = Math.min(begins[place] + MOST_ALIKE, written.length);
        for (int i = begins[place]; i < end && soundOf[i] == sound; i++) {
            long word = written[i];
            if (word != as) to.add(next(ways, word, n, cost(word, n), as == 0 ? 0 : CHANGED * changed(as, word, n)));
        }
    }

    private Way next(List<Way> ways, long word, int length, float cost, float penalty) {
        double alone = Math.exp(-cost);
        Way best = null;
        double least = Double.MAX_VALUE;
        for (Way way : ways) {
            double share = way.length == 0 ? alone : ALONE * alone + (1 - ALONE) * after(way, word);
            double now = way.cost - Math.log(share);
            if (now >= least) continue;
            least = now;
            best = way;
        }
        float often = words.often(word, length);
        return new Way(best, word, length, least + penalty, WordPairs.begun(word), often, own.often(word));
    }

    /** How likely a word is after another. */
    private double after(Way way, long word) {
        double elsewhere = pairs.often(way.begun, word) / (way.often + 1);
        if (way.own == 0) return OTHERS_AFTER * elsewhere;
        return OTHERS_AFTER * elsewhere + (1 - OTHERS_AFTER) * own.often(way.begun, word) / (way.own + UNSEEN);
    }

    private static int changed(long one, long other, int length) {
        int changed = 0;
        for (int i = 0; i < length; i++) if ((char) (one >>> 16 * i) != (char) (other >>> 16 * i)) changed++;
        return changed;
    }
}
