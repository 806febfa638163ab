package amends.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Hides small groups so that they stay hidden: where the total is shown and just one group is not, that one is the
 * total less the others, so the smallest of the others is hidden too.
 */
final class SmallGroups {
    private SmallGroups() {}

    /** @param groups of one figure in one span */
    static List<Reading> readings(Figure figure, List<Tally> groups) {
        List<Reading> readings =
                new ArrayList<>(groups.stream().map(t -> Reading.of(figure, t)).toList());
        long hidden = groups.stream()
                .filter(t -> t.cases() > 0 && t.persons() < Reading.LEAST_PERSONS)
                .mapToLong(Tally::persons)
                .sum();
        long count = readings.stream().filter(Reading.TooFew.class::isInstance).count();
        if (count > 0 && (count == 1 || hidden < Reading.LEAST_PERSONS))
            smallest(groups, readings).ifPresent(i -> readings.set(i, new Reading.TooFew()));
        return readings;
    }

    /** The same one in whatever order the groups come, so that no list shows what another hides. */
    private static Optional<Integer> smallest(List<Tally> groups, List<Reading> readings) {
        var shown = new ArrayList<Integer>();
        for (int i = 0; i < groups.size(); i++) if (readings.get(i) instanceof Reading.Shown) shown.add(i);
        return shown.stream()
                .min(Comparator.comparingLong((Integer i) -> groups.get(i).persons())
                        .thenComparing(i -> groups.get(i).group()));
    }
}
