package amends.care;

import amends.care.Candidate.Pool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Who is called, drawn fairly. Those who would say nothing have a share of the places, all others the rest; places that
 * one pool does not need are the other's. Within a pool everybody's chance is proportional to what we owe them, at most
 * 1; of what weighs the same the chance is the same. The chance is exact (systematic sampling of a shuffled pool), and
 * stated beside each name. The same seed and candidates draw the same, in whatever order they were handed in.
 */
public final class FairDraw {
    private final int places;
    private final double quietShare;

    /** @param quietShare of the places for those who would say nothing, 0 to 1 */
    public FairDraw(int places, double quietShare) {
        if (places < 0 || !(quietShare >= 0 && quietShare <= 1))
            throw new IllegalArgumentException("a draw of %d places, %s for the quiet".formatted(places, quietShare));
        this.places = places;
        this.quietShare = quietShare;
    }

    /** @param chance with which this candidate is drawn, 0 to 1 */
    public record Lot(Candidate candidate, double chance, boolean drawn) {}

    /** A lot for every candidate: first those drawn, whom we owe most first. */
    public List<Lot> draw(Collection<Candidate> candidates, long seed) {
        List<Candidate> quiet = of(candidates, Pool.QUIET);
        List<Candidate> others = of(candidates, Pool.OTHERS);
        int forQuiet = Math.min(quiet.size(), (int) Math.ceil(places * quietShare));
        int forOthers = Math.min(others.size(), places - forQuiet);
        forQuiet = Math.min(quiet.size(), places - forOthers);
        var random = new SplittableRandom(seed);
        var lots = new ArrayList<Lot>();
        lots.addAll(lots(quiet, forQuiet, random));
        lots.addAll(lots(others, forOthers, random));
        lots.sort(Comparator.comparing(Lot::drawn)
                .thenComparingDouble(l -> l.candidate().weight())
                .reversed());
        return lots;
    }

    private static List<Candidate> of(Collection<Candidate> all, Pool pool) {
        return new ArrayList<>(all.stream()
                .filter(c -> c.pool() == pool)
                .sorted(Comparator.comparing(Candidate::customer))
                .toList());
    }

    private static List<Lot> lots(List<Candidate> pool, int places, RandomGenerator random) {
        Collections.shuffle(pool, random);
        double scale = scale(pool, places);
        double sum = random.nextDouble();
        var lots = new ArrayList<Lot>();
        for (Candidate candidate : pool) {
            double chance = Math.min(1, scale * candidate.weight());
            // Sure ones are drawn whatever rounding does to the sum.
            boolean drawn = chance >= 1 || Math.floor(sum + chance) > Math.floor(sum);
            sum += chance;
            lots.add(new Lot(candidate, chance, drawn));
        }
        return lots;
    }

    /** By which a weight becomes a chance, so that the chances add up to the places. */
    static double scale(List<Candidate> pool, int places) {
        if (places >= pool.size()) return Double.POSITIVE_INFINITY;
        List<Double> weights = pool.stream()
                .map(Candidate::weight)
                .sorted(Comparator.reverseOrder())
                .toList();
        double rest = weights.stream().mapToDouble(w -> w).sum();
        int sure = 0;
        while (sure < places && weights.get(sure) * (places - sure) >= rest) rest -= weights.get(sure++);
        return (places - sure) / rest;
    }
}
