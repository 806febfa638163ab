package amends.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one period.
 *
 * @param own whether it is of the reader's own work alone
 * @param at as of when
 * @param periods the trend's, oldest first; the last is the report's
 * @param totals for each figure a reading of each period
 * @param groups for each figure that can be cut so: its groups, the largest first
 * @param weakest branches and causes in which complaints went wrong most surely, the worst first; empty where it is of
 *     own work
 */
public record Report(
        Period period,
        Cut cut,
        boolean own,
        Instant at,
        List<Period> periods,
        Map<Figure, List<Reading>> totals,
        Map<Figure, List<Row>> groups,
        Map<Cut, List<Weakness>> weakest) {
    public Report {
        periods = List.copyOf(periods);
        totals = Map.copyOf(totals);
        groups = Map.copyOf(groups);
        weakest = Map.copyOf(weakest);
    }

    public Reading now(Figure figure) {
        return totals.get(figure).getLast();
    }

    public Reading before(Figure figure) {
        return totals.get(figure).get(periods.size() - 2);
    }

    /** By how much it changed against the period before; empty where either is not shown. */
    public Optional<Double> change(Figure figure) {
        return now(figure) instanceof Reading.Shown now && before(figure) instanceof Reading.Shown before
                ? Optional.of(now.value() - before.value())
                : Optional.empty();
    }
}
