package amends.personality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Estimates customers' types from what was seen of them. Any thread. */
public final class Estimator {
    /** Reasons are found for so many of the latest marks: older ones hardly move anything. */
    private static final int MOST_REASONED = 120;

    /** One objection makes its type so many times as likely; in logarithms of the odds. */
    private static final double OBJECTION = Math.log(2.5);

    private static final double ALL_OBJECTIONS = Math.log(6);

    private final Parameters parameters;

    public Estimator(Parameters parameters) {
        this.parameters = parameters;
    }

    /** How likely the customer is expressive today, whether that may be shown or not. */
    public Likelihood likelihood(List<Encounter> history, Instant today) {
        var sample = Sample.of(List.of(history));
        int marks = sample.marks[sample.marks.length - 1];
        return new Likelihood(expressive(sample, today), parameters.expressiveShare(), marks, contacts(history));
    }

    private static int contacts(List<Encounter> history) {
        return (int) history.stream().filter(e -> !e.marks().isEmpty()).count();
    }

    private double expressive(Sample sample, Instant today) {
        var weights = Reckoning.Weights.of(parameters, sample.observers);
        return new Reckoning(sample, weights).expressive(0, Sample.dayOf(today));
    }

    /**
     * What may be shown of it, with its reasons. Members who think otherwise are heard with care: each of them once, by
     * what they said last, and all together no more than a few marks would be.
     */
    public Estimate estimate(List<Encounter> history, List<Objection> objections, Instant today) {
        Likelihood found = likelihood(history, today).moved(heard(objections, today));
        return found.shown()
                .<Estimate>map(
                        type -> new Estimate.Shown(type, found.of(type), found.observations(), reasons(history, today)))
                .orElseGet(() -> new Estimate.TooLittle(found.observations()));
    }

    private double heard(List<Objection> objections, Instant today) {
        var latest = new HashMap<UUID, Objection>();
        for (Objection o : objections) latest.merge(o.who(), o, (a, b) -> a.at().isAfter(b.at()) ? a : b);
        double sum = latest.values().stream()
                .mapToDouble(o -> (o.type() == CustomerType.EXPRESSIVE ? OBJECTION : -OBJECTION) * kept(o.at(), today))
                .sum();
        return Math.clamp(sum, -ALL_OBJECTIONS, ALL_OBJECTIONS);
    }

    private double kept(Instant at, Instant today) {
        double days = Math.max(0, Sample.dayOf(today) - Sample.dayOf(at));
        return Math.pow(.5, days / parameters.halfLifeDays());
    }

    /** Each mark's part is what would be missing without it: marks that hang together share what they tell. */
    private List<Reason> reasons(List<Encounter> history, Instant today) {
        double all = Parameters.logit(likelihood(history, today).expressive());
        List<Reason> reasons = new ArrayList<>();
        List<Encounter> newestFirst = history.stream()
                .sorted(Comparator.comparing(Encounter::at).reversed())
                .toList();
        for (Encounter encounter : newestFirst)
            for (Mark mark : encounter.marks())
                if (reasons.size() < MOST_REASONED)
                    reasons.add(new Reason(
                            mark.behaviour(),
                            mark.seen(),
                            encounter.at(),
                            all - without(history, encounter, mark, today)));
        reasons.sort(
                Comparator.comparingDouble((Reason r) -> Math.abs(r.weight())).reversed());
        return reasons;
    }

    private double without(List<Encounter> history, Encounter encounter, Mark mark, Instant today) {
        List<Encounter> others =
                history.stream().map(e -> e == encounter ? e.without(mark) : e).toList();
        return Parameters.logit(expressive(Sample.of(List.of(others)), today));
    }
}
