package amends.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the marks come to.
 *
 * @param percent 0 to 100: of the weight of the criteria that had occasion, the part that was reached, rounded half
 *     up; 0 when the call failed, 100 when nothing had occasion
 * @param failedBy the criteria that fail the whole call, in the sheet's order
 * @param open how many criteria have no mark yet
 */
public record Total(int percent, List<Criterion> failedBy, int open) {
    public Total {
        failedBy = List.copyOf(failedBy);
    }

    /** Marks for criteria that the sheet does not have, or beyond a criterion's steps, do not count. */
    public static Total of(Scorecard sheet, Map<String, Mark> marks) {
        long reached = 0;
        long weight = 0;
        int open = 0;
        var failedBy = new ArrayList<Criterion>();
        // Steps differ between criteria: all are brought to the least common denominator of 1 to 9.
        int whole = 2520;
        for (Criterion criterion : sheet.criteria()) {
            switch (marks.get(criterion.key())) {
                case null -> open++;
                case Mark.NotApplicable ignored -> {}
                case Mark.Points(int points) when points < 0 || points > criterion.steps() -> open++;
                case Mark.Points(int points) -> {
                    weight += criterion.weight();
                    reached += (long) criterion.weight() * points * (whole / criterion.steps());
                    if (points == 0 && criterion.failsAll()) failedBy.add(criterion);
                }
            }
        }
        return new Total(failedBy.isEmpty() ? percent(reached, weight * whole) : 0, failedBy, open);
    }

    private static int percent(long reached, long of) {
        return of == 0 ? 100 : (int) ((200 * reached + of) / (2 * of));
    }

    public boolean failed() {
        return !failedBy.isEmpty();
    }

    public boolean isComplete() {
        return open == 0;
    }
}
