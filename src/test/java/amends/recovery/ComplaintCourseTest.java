package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.recovery.Complaint.Source;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintClocks.Running;
import amends.recovery.ComplaintCourse.Next.Changed;
import amends.recovery.ComplaintCourse.Next.Ignored;
import amends.recovery.ComplaintStep.Acknowledge;
import amends.recovery.ComplaintStep.Asked;
import amends.recovery.ComplaintStep.Assess;
import amends.recovery.ComplaintStep.BeginAsking;
import amends.recovery.ComplaintStep.Close;
import amends.recovery.ComplaintStep.Escalate;
import amends.recovery.ComplaintStep.HandOver;
import amends.recovery.ComplaintStep.Investigate;
import amends.recovery.ComplaintStep.ReadBack;
import amends.recovery.ComplaintStep.Reopen;
import amends.recovery.ComplaintStep.Respond;
import amends.recovery.ComplaintStep.See;
import amends.recovery.ComplaintStep.Tell;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintCourseTest {
    private static final Instant THEN = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);
    private static final Assessment WEIGHED = new Assessment(
            Severity.SEVERE, "money-twice", Optional.of("credit-card"), Optional.empty(), Expectation.NOW, true);
    private static final List<ComplaintStep> STEPS = List.of(
            new Acknowledge(NOW),
            new Assess(NOW, WEIGHED),
            new Investigate(NOW),
            new Respond(NOW, "退回 268.00 元"),
            new Close(NOW),
            new Reopen(NOW));
    private static final ComplaintRules RULES = ComplaintRules.usual(ZoneId.of("Asia/Shanghai"));
    private static final UUID OWNER = new UUID(2, 2);
    private static final UUID COLLEAGUE = new UUID(3, 3);

    private static Complaint standing(State state) {
        return new Complaint(
                new UUID(1, 1),
                1042,
                Source.CALL,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                "s",
                "w",
                Severity.MINOR,
                OWNER,
                THEN,
                state,
                new ComplaintClocks(
                        THEN.plusSeconds(10),
                        THEN.plusSeconds(20),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The table of the Javadoc: acknowledge, assess, investigate, respond, close, reopen. */
    @ParameterizedTest
    @CsvSource({
        "RECEIVED,            ACKNOWLEDGED, -,        -,                   RESPONDED, -,      -",
        "ACKNOWLEDGED,        -,            ASSESSED, UNDER_INVESTIGATION, RESPONDED, -,      -",
        "ASSESSED,            -,            ASSESSED, UNDER_INVESTIGATION, RESPONDED, -,      -",
        "UNDER_INVESTIGATION, -,    UNDER_INVESTIGATION, -,                RESPONDED, -,      -",
        "RESPONDED,           -,            -,        -,                   -,         CLOSED, REOPENED",
        "CLOSED,              -,            -,        -,                   -,         -,      REOPENED",
        "REOPENED,            -,            ASSESSED, UNDER_INVESTIGATION, RESPONDED, -,      -"
    })
    void every_state_takes_these_steps_and_no_others(
            State from,
            String acknowledge,
            String assess,
            String investigate,
            String respond,
            String close,
            String re) {
        List<String> leadTo = List.of(acknowledge, assess, investigate, respond, close, re);
        for (int i = 0; i < STEPS.size(); i++) {
            State expected = leadTo.get(i).equals("-") ? null : State.valueOf(leadTo.get(i));
            var next = ComplaintCourse.next(standing(from), STEPS.get(i), RULES);
            assertThat(next instanceof Changed(var complaint) ? complaint.state() : null)
                    .as("%s %s", from, STEPS.get(i))
                    .isEqualTo(expected);
        }
    }

    /** Tell, read back, hand over, escalate: they leave the state as it is. */
    @ParameterizedTest
    @CsvSource({
        "RECEIVED,            false, true,  true",
        "ACKNOWLEDGED,        true,  true,  true",
        "ASSESSED,            true,  true,  true",
        "UNDER_INVESTIGATION, true,  true,  true",
        "RESPONDED,           false, false, true",
        "CLOSED,              false, false, false",
        "REOPENED,            true,  true,  true"
    })
    void some_steps_change_no_state(State from, boolean tell, boolean readBack, boolean handOver) {
        assertThat(leaves(from, new Tell(NOW))).isEqualTo(tell);
        assertThat(leaves(from, new ReadBack(NOW))).isEqualTo(readBack);
        assertThat(leaves(from, new HandOver(NOW, COLLEAGUE))).isEqualTo(handOver);
        assertThat(leaves(from, new Escalate(NOW, COLLEAGUE))).isEqualTo(handOver);
        assertThat(leaves(from, new HandOver(NOW, OWNER))).isFalse();
    }

    /** News that never arrived is due on its own day again, or late from now on; whoever waits for none is left alone. */
    @ParameterizedTest
    @CsvSource({
        "RECEIVED,            false",
        "ACKNOWLEDGED,        true",
        "ASSESSED,            true",
        "UNDER_INVESTIGATION, true",
        "RESPONDED,           false",
        "CLOSED,              false",
        "REOPENED,            true"
    })
    void what_never_arrived_was_not_told(State from, boolean waits) {
        Complaint told = ComplaintCourse.next(standing(from), new Tell(NOW), RULES) instanceof Changed(var complaint)
                ? complaint
                : standing(from);
        Instant evening = RULES.within(NOW, 0);
        assertThat(newsAfter(told, NOW.plusSeconds(60))).isEqualTo(waits ? Optional.of(evening) : Optional.empty());
        Instant tomorrow = evening.plusSeconds(3600);
        assertThat(newsAfter(told, tomorrow)).isEqualTo(waits ? Optional.of(tomorrow) : Optional.empty());
    }

    private static Optional<Instant> newsAfter(Complaint told, Instant lost) {
        var next = ComplaintCourse.next(told, new ComplaintStep.Untell(lost, NOW), RULES);
        return next instanceof Changed(var now)
                ? now.clocks().running().stream()
                        .filter(running -> running.clock() == ComplaintClock.NEWS)
                        .map(Running::by)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean leaves(State from, ComplaintStep step) {
        var next = ComplaintCourse.next(standing(from), step, RULES);
        if (next instanceof Changed(var complaint))
            assertThat(complaint.state()).isEqualTo(from);
        return next instanceof Changed;
    }

    private static Complaint after(Complaint complaint, ComplaintStep step) {
        return ((Changed) ComplaintCourse.next(complaint, step, RULES)).complaint();
    }

    private static Complaint after(State state, ComplaintStep step) {
        return after(standing(state), step);
    }

    /** THEN is Monday, 9 in the morning. */
    private static Instant endOf(int workingDaysLater) {
        return RULES.calendar().endOfDay(THEN, workingDaysLater);
    }

    @Test
    void an_answer_stops_what_leads_to_it_and_begins_the_time_to_object() {
        Complaint told = after(after(State.RECEIVED, new Acknowledge(NOW)), new Respond(NOW, "a"));
        assertThat(told.clocks().acknowledged()).contains(NOW);
        assertThat(told.clocks().responded()).contains(NOW);
        assertThat(told.clocks().running()).containsExactly(new Running(ComplaintClock.CLOSE, endOf(5)));
        assertThat(told.file().answer()).isEqualTo("a");
    }

    @Test
    void acknowledged_it_is_told_of_within_two_working_days_again_and_again() {
        Complaint heard = after(State.RECEIVED, new Acknowledge(NOW));
        assertThat(heard.clocks().running()).contains(new Running(ComplaintClock.NEWS, endOf(2)));
        Instant thursday = endOf(3);
        Complaint told = after(heard, new Tell(thursday));
        assertThat(told.clocks().running())
                .contains(new Running(ComplaintClock.NEWS, RULES.calendar().endOfDay(thursday, 2)));
    }

    @Test
    void what_is_hard_has_fifteen_working_days_from_its_receipt() {
        Complaint weighed = after(State.ACKNOWLEDGED, new Assess(NOW.plusSeconds(86_400), WEIGHED));
        assertThat(weighed.clocks().respondBy()).isEqualTo(endOf(15));
        assertThat(weighed.severity()).isEqualTo(Severity.SEVERE);
        assertThat(weighed.file().assessment()).contains(WEIGHED);
    }

    @Test
    void a_reopened_one_has_new_clocks_from_then_on() {
        Complaint again = after(State.CLOSED, new Reopen(NOW));
        assertThat(again.clocks().responded()).isEmpty();
        assertThat(again.clocks().closed()).isEmpty();
        assertThat(again.clocks().respondBy()).isEqualTo(endOf(5));
        assertThat(again.file().timesReopened()).isEqualTo(1);
        assertThat(again.since()).isEqualTo(NOW);
    }

    @Test
    void a_week_after_closing_somebody_asks_and_what_did_not_hold_begins_again() {
        Complaint closed = after(after(State.RECEIVED, new Respond(NOW, "a")), new Close(NOW));
        Instant asked = RULES.askFrom(NOW);
        assertThat(asked).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(closed.clocks().running())
                .containsExactly(
                        new Running(ComplaintClock.ASK, RULES.calendar().endOfDay(asked, 2)));
        Complaint asking = after(closed, new BeginAsking(asked));
        assertThat(asking.file().asking()).isTrue();

        Complaint held = after(asking, new Asked(asked, true));
        assertThat(held.state()).isEqualTo(State.CLOSED);
        assertThat(held.clocks().running()).isEmpty();
        assertThat(ComplaintCourse.next(held, new Asked(asked, false), RULES)).isInstanceOf(Ignored.class);

        Complaint not = after(asking, new Asked(asked, false));
        assertThat(not.state()).isEqualTo(State.REOPENED);
        assertThat(not.file().held()).contains(false);
        assertThat(not.file().asking()).isFalse();
    }

    @Test
    void a_new_owner_has_not_seen_it_yet() {
        Complaint given = after(State.ASSESSED, new HandOver(NOW, COLLEAGUE));
        assertThat(given.owner()).isEqualTo(COLLEAGUE);
        assertThat(given.file().unseen()).isTrue();
        assertThat(given.file().handovers()).isEqualTo(1);
        assertThat(after(given, new See(NOW)).file().unseen()).isFalse();
        assertThat(after(given, new Escalate(NOW, OWNER)).file().escalated()).isTrue();
    }

    @Test
    void an_ignored_step_says_why() {
        assertThat(ComplaintCourse.next(standing(State.CLOSED), new Assess(NOW, WEIGHED), RULES))
                .isEqualTo(new Ignored("complaint #1042 is CLOSED: no Assess"));
    }
}
