package amends.compensation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How fast past cases lose their worth: what helps customers changes, with prices, products and what others give. Cases
 * fade only where what was learned from fading ones would clearly have foretold the newest cases better.
 *
 * @param halfLifeDays after so long a case is worth half of one of today; empty: as much as ever
 */
record Fading(Optional<Double> halfLifeDays) {
    static final Fading NEVER = new Fading(Optional.empty());
    private static final double[] TRIED = {360, 120, 40};
    /** Fewer dated cases tell nothing of it. */
    private static final int ENOUGH = 120;
    /** No more, the newest, are looked at for it. */
    private static final int MOST = 2000;
    /** Cases between two of these places in time are foretold from all before. */
    private static final double[] CUTS = {.7, .85, 1};
    /** By how much better they must be foretold, in logarithms of the likelihood: chance does a little. */
    private static final double CLEARLY = 5;

    /** So little of a case is left at the least: where nothing is left, there is nothing to divide by. */
    private static final double LEAST_WORTH = 1e-6;
    /** So many of all dates are not after what is taken for today: a few may be mistaken. */
    private static final double UNTIL_TODAY = .99;

    private static final double SECONDS_OF_DAY = 86_400;

    static Fading of(List<PastCase> cases, BiFunction<List<PastCase>, Fading, Experience> learning) {
        List<PastCase> dated = cases.stream()
                .filter(c -> c.at().isPresent())
                .sorted(Comparator.comparing(c -> c.at().orElseThrow()))
                .toList();
        if (dated.size() < ENOUGH || dated.size() < cases.size() * .9) return NEVER;
        List<PastCase> lately = dated.subList(Math.max(0, dated.size() - MOST), dated.size());
        Fading best = NEVER;
        double least = surprise(lately, NEVER, learning);
        double bar = least * Math.exp(-2 * CLEARLY / (lately.size() * (1 - CUTS[0])));
        for (double days : TRIED) {
            if (days > span(lately) * 2) continue;
            var fading = new Fading(Optional.of(days));
            double now = surprise(lately, fading, learning);
            if (!(now < Math.min(bar, least))) continue;
            least = now;
            best = fading;
        }
        return best;
    }

    /** How far off the newest cases would have been foretold, each part of them from what came before it. */
    private static double surprise(
            List<PastCase> all, Fading fading, BiFunction<List<PastCase>, Fading, Experience> learning) {
        double sum = 0;
        for (int cut = 0; cut + 1 < CUTS.length; cut++) {
            int from = (int) (all.size() * CUTS[cut]);
            Experience learned = learning.apply(all.subList(0, from), fading);
            for (PastCase later : all.subList(from, (int) (all.size() * CUTS[cut + 1]))) sum += learned.surprise(later);
        }
        return sum;
    }

    private static double span(List<PastCase> dated) {
        Instant first = dated.getFirst().at().orElseThrow();
        Instant last = dated.getLast().at().orElseThrow();
        return Duration.between(first, last).toSeconds() / SECONDS_OF_DAY;
    }

    double[] worth(List<PastCase> cases) {
        double[] worth = new double[cases.size()];
        Arrays.fill(worth, 1);
        Instant[] dates = cases.stream().flatMap(c -> c.at().stream()).sorted().toArray(Instant[]::new);
        if (halfLifeDays.isEmpty() || dates.length == 0) return worth;
        Instant today = dates[(int) ((dates.length - 1) * UNTIL_TODAY)];
        for (int i = 0; i < worth.length; i++) {
            Instant at = cases.get(i).at().orElse(today);
            double days = Math.max(0, Duration.between(at, today).toSeconds() / SECONDS_OF_DAY);
            worth[i] = Math.max(LEAST_WORTH, Math.pow(.5, days / halfLifeDays.get()));
        }
        return worth;
    }
}
