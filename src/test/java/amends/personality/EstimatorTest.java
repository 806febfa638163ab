package amends.personality;

import static amends.personality.Behaviour.COMPLAINS_AT_ONCE;
import static amends.personality.Behaviour.RAISES_VOICE;
import static amends.personality.Behaviour.STAYS_POLITE;
import static amends.personality.Behaviour.THANKS_ALL_THE_SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EstimatorTest {
    private static final Instant TODAY = Instant.parse("2026-01-05T02:00:00Z");
    private static final UUID WANG = new UUID(7, 1);
    private final Estimator estimator = new Estimator(Parameters.SHIPPED);

    private static Encounter daysAgo(int days, int severity, Mark... marks) {
        return new Encounter(TODAY.minus(Duration.ofDays(days)), severity, List.of(marks));
    }

    private static Mark seen(Behaviour behaviour) {
        return new Mark(behaviour, true, "a");
    }

    private static Mark notSeen(Behaviour behaviour) {
        return new Mark(behaviour, false, "a");
    }

    private static final List<Encounter> EXPRESSIVE = List.of(
            daysAgo(30, 1, seen(COMPLAINS_AT_ONCE), notSeen(STAYS_POLITE)),
            daysAgo(20, 2, seen(RAISES_VOICE), notSeen(THANKS_ALL_THE_SAME)),
            daysAgo(10, 1, seen(COMPLAINS_AT_ONCE), seen(RAISES_VOICE)));

    private double expressive(Encounter... history) {
        return estimator.likelihood(List.of(history), TODAY).expressive();
    }

    private Objection objection(int who, CustomerType type) {
        return new Objection(Ids.next(), WANG, new UUID(1, who), TODAY, type, "听来不是这样");
    }

    @Test
    void of_whom_nothing_was_seen_nothing_is_thought_but_what_is_usual() {
        assertThat(expressive()).isEqualTo(.35);
        assertThat(estimator.estimate(List.of(), List.of(), TODAY)).isEqualTo(new Estimate.TooLittle(0));
    }

    @Test
    void what_points_one_way_often_enough_is_shown_with_what_moved_it_first() {
        var shown = (Estimate.Shown) estimator.estimate(EXPRESSIVE, List.of(), TODAY);

        assertThat(shown.type()).isEqualTo(CustomerType.EXPRESSIVE);
        assertThat(shown.percent()).isBetween(80, 99);
        assertThat(shown.observations()).isEqualTo(6);
        assertThat(shown.reasons()).hasSize(6).allMatch(r -> r.speaksFor() == CustomerType.EXPRESSIVE);
        assertThat(shown.reasons().getFirst().behaviour()).isIn(COMPLAINS_AT_ONCE, RAISES_VOICE);
        assertThat(shown.reasons())
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.weight()), Math.abs(a.weight())));
    }

    @Test
    void one_contact_is_never_enough() {
        Mark[] all = Arrays.stream(Behaviour.values())
                .map(b -> b.speaksFor() == CustomerType.EXPRESSIVE ? seen(b) : notSeen(b))
                .toArray(Mark[]::new);

        assertThat(expressive(daysAgo(1, 1, all))).isGreaterThan(.9);
        assertThat(estimator.estimate(List.of(daysAgo(1, 1, all)), List.of(), TODAY))
                .isEqualTo(new Estimate.TooLittle(all.length));
    }

    @Test
    void what_is_usual_of_customers_in_general_is_no_evidence_of_one() {
        Parameters p = Parameters.SHIPPED;
        var mostlyReserved = new Parameters(
                .1,
                p.mistake(),
                p.severityPush(),
                p.moodSpread(),
                p.habitSpread(),
                p.halfLifeDays(),
                p.shares(),
                Map.of());
        List<Encounter> mixed = List.of(
                daysAgo(9, 1, seen(STAYS_POLITE), seen(COMPLAINS_AT_ONCE)),
                daysAgo(3, 1, notSeen(THANKS_ALL_THE_SAME), notSeen(RAISES_VOICE)));

        Likelihood found = new Estimator(mostlyReserved).likelihood(mixed, TODAY);

        assertThat(found.of(CustomerType.RESERVED)).isGreaterThan(.8);
        assertThat(found.shown()).isEmpty();
    }

    @Test
    void marks_of_one_contact_tell_less_together_than_marks_of_two() {
        double together = expressive(daysAgo(1, 1, seen(COMPLAINS_AT_ONCE), seen(RAISES_VOICE)));
        double apart = expressive(daysAgo(1, 1, seen(COMPLAINS_AT_ONCE)), daysAgo(1, 1, seen(RAISES_VOICE)));

        assertThat(together).isBetween(.35, apart - .005);
    }

    @Test
    void whoever_is_angry_about_something_grave_is_less_surely_expressive() {
        assertThat(expressive(daysAgo(1, 4, seen(COMPLAINS_AT_ONCE))))
                .isLessThan(expressive(daysAgo(1, 1, seen(COMPLAINS_AT_ONCE))));
        assertThat(expressive(daysAgo(1, 4, notSeen(COMPLAINS_AT_ONCE))))
                .isLessThan(expressive(daysAgo(1, 1, notSeen(COMPLAINS_AT_ONCE))));
    }

    @Test
    void an_observer_who_marks_readily_counts_for_less() {
        Parameters p = Parameters.SHIPPED;
        var knowing = new Parameters(
                p.expressiveShare(),
                p.mistake(),
                p.severityPush(),
                p.moodSpread(),
                p.habitSpread(),
                p.halfLifeDays(),
                p.shares(),
                Map.of("a", new Parameters.Habit(1, .01)));
        List<Encounter> history = List.of(daysAgo(1, 1, seen(COMPLAINS_AT_ONCE)));

        assertThat(new Estimator(knowing).likelihood(history, TODAY).expressive())
                .isLessThan(expressive(daysAgo(1, 1, seen(COMPLAINS_AT_ONCE))));
    }

    @Test
    void older_evidence_counts_less_and_after_a_half_life_half_as_much() {
        double young = expressive(daysAgo(1, 1, seen(COMPLAINS_AT_ONCE)));
        double old = expressive(daysAgo((int) Parameters.SHIPPED.halfLifeDays() + 1, 1, seen(COMPLAINS_AT_ONCE)));

        assertThat(old - .35).isCloseTo((young - .35) / 2, within(.001));
    }

    @Test
    void the_order_in_which_contacts_are_read_does_not_matter() {
        var reversed = new ArrayList<>(EXPRESSIVE).reversed();

        assertThat(estimator.likelihood(reversed, TODAY)).isEqualTo(estimator.likelihood(EXPRESSIVE, TODAY));
    }

    @Test
    void a_member_who_thinks_otherwise_is_heard_once_and_with_care() {
        double before = ((Estimate.Shown) estimator.estimate(EXPRESSIVE, List.of(), TODAY)).confidence();
        List<Objection> one = List.of(objection(1, CustomerType.RESERVED));
        List<Objection> often = List.of(
                objection(1, CustomerType.RESERVED),
                objection(1, CustomerType.RESERVED),
                objection(1, CustomerType.RESERVED));
        Estimate after = estimator.estimate(EXPRESSIVE, one, TODAY);

        assertThat(after)
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(Estimate.TooLittle.class),
                        e -> assertThat(((Estimate.Shown) e).confidence()).isLessThan(before));
        assertThat(estimator.estimate(EXPRESSIVE, often, TODAY)).isEqualTo(after);
    }

    @Test
    void members_alone_make_no_type() {
        List<Objection> all = List.of(
                objection(1, CustomerType.EXPRESSIVE),
                objection(2, CustomerType.EXPRESSIVE),
                objection(3, CustomerType.EXPRESSIVE));

        assertThat(estimator.estimate(List.of(), all, TODAY)).isInstanceOf(Estimate.TooLittle.class);
    }
}
