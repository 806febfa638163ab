package amends.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How surely complaints of one branch or cause go wrong: answered late.
 *
 * @param cases complaints that were answered or should have been
 * @param late how many of them were not answered in time
 * @param atLeast the share that is late at least, as sure as 95 of 100: by it they are ordered, so that a branch with
 *     two unlucky complaints does not stand above one that is late day by day
 */
public record Weakness(String group, long cases, long late, double atLeast) {
    public double share() {
        return (double) late / cases;
    }

    /**
     * Ranks only what the table of the same groups shows: else what it hides would stand here.
     *
     * @param groups of {@link Figure#ANSWERED_IN_TIME} in one span
     */
    static List<Weakness> ranked(List<Tally> groups, int most) {
        List<Reading> readings = SmallGroups.readings(Figure.ANSWERED_IN_TIME, groups);
        return IntStream.range(0, groups.size())
                .filter(i -> readings.get(i) instanceof Reading.Shown)
                .mapToObj(groups::get)
                .filter(t -> !t.group().isEmpty())
                .map(Weakness::of)
                .sorted(Comparator.comparingDouble(Weakness::atLeast)
                        .thenComparingDouble(Weakness::share)
                        .thenComparingLong(Weakness::cases)
                        .reversed()
                        .thenComparing(Weakness::group))
                .limit(most)
                .toList();
    }

    private static Weakness of(Tally inTime) {
        long late = inTime.cases() - Math.round(inTime.sum());
        return new Weakness(
                inTime.group(),
                inTime.cases(),
                late,
                Interval.ofShare(late, inTime.cases()).low());
    }
}
