package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.recovery.Complaint.Source;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintCourse.Next.Changed;
import amends.recovery.ComplaintCourse.Next.Ignored;
import amends.recovery.ComplaintStep.Acknowledge;
import amends.recovery.ComplaintStep.Assess;
import amends.recovery.ComplaintStep.Close;
import amends.recovery.ComplaintStep.Investigate;
import amends.recovery.ComplaintStep.Reopen;
import amends.recovery.ComplaintStep.Respond;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintCourseTest {
    private static final Instant THEN = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);
    private static final List<ComplaintStep> STEPS = List.of(
            new Acknowledge(NOW),
            new Assess(NOW),
            new Investigate(NOW),
            new Respond(NOW),
            new Close(NOW),
            new Reopen(NOW, NOW.plusSeconds(99)));

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
                new UUID(2, 2),
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
        "ACKNOWLEDGED,        -,            ASSESSED, -,                   RESPONDED, -,      -",
        "ASSESSED,            -,            -,        UNDER_INVESTIGATION, RESPONDED, -,      -",
        "UNDER_INVESTIGATION, -,            -,        -,                   RESPONDED, -,      -",
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
            var next = ComplaintCourse.next(standing(from), STEPS.get(i));
            assertThat(next instanceof Changed(var complaint) ? complaint.state() : null)
                    .as("%s %s", from, STEPS.get(i))
                    .isEqualTo(expected);
        }
    }

    private static Complaint after(State state, ComplaintStep step) {
        return ((Changed) ComplaintCourse.next(standing(state), step)).complaint();
    }

    @Test
    void an_answer_stops_both_clocks() {
        ComplaintClocks clocks = after(State.RECEIVED, new Respond(NOW)).clocks();
        assertThat(clocks.acknowledged()).contains(NOW);
        assertThat(clocks.responded()).contains(NOW);
    }

    @Test
    void a_reopened_one_waits_for_another_answer() {
        ComplaintClocks clocks =
                after(State.CLOSED, new Reopen(NOW, NOW.plusSeconds(99))).clocks();
        assertThat(clocks.responded()).isEmpty();
        assertThat(clocks.closed()).isEmpty();
        assertThat(clocks.respondBy()).isEqualTo(NOW.plusSeconds(99));
    }

    @Test
    void an_ignored_step_says_why() {
        assertThat(ComplaintCourse.next(standing(State.CLOSED), new Assess(NOW)))
                .isEqualTo(new Ignored("complaint #1042 is CLOSED: no Assess"));
    }
}
