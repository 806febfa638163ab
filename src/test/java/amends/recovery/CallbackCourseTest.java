package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PhoneNumber;
import amends.recovery.Callback.State;
import amends.recovery.CallbackCourse.Next.Changed;
import amends.recovery.CallbackCourse.Next.Ignored;
import amends.recovery.CallbackStep.Begin;
import amends.recovery.CallbackStep.DeskDied;
import amends.recovery.CallbackStep.Expire;
import amends.recovery.CallbackStep.FallDue;
import amends.recovery.CallbackStep.Miss;
import amends.recovery.CallbackStep.Reach;
import amends.recovery.CallbackStep.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackCourseTest {
    private static final Instant DUE = Instant.parse("2026-01-06T02:00:00Z");
    private static final Instant LATER = DUE.plusSeconds(3600);
    private static final List<CallbackStep> STEPS = List.of(
            new Begin(), new Reach(true), new Miss(), new DeskDied(), new Schedule(LATER), new Expire(), new FallDue());

    private static Callback standing(State state) {
        return new Callback(
                new UUID(1, 1),
                new UUID(2, 2),
                Optional.empty(),
                new PhoneNumber("+8613800138000"),
                new UUID(3, 3),
                DUE,
                state,
                1,
                false,
                Optional.empty());
    }

    /** The table of the Javadoc: begin, reach, miss, desk died, schedule, expire, fall due. */
    @ParameterizedTest
    @CsvSource({
        "SCHEDULED,  ATTEMPTING, -,       -,      -,         SCHEDULED, EXPIRED, SCHEDULED",
        "ATTEMPTING, -,          REACHED, MISSED, SCHEDULED, -,         -,       -",
        "MISSED,     -,          -,       -,      -,         SCHEDULED, EXPIRED, MISSED",
        "REACHED,    -,          -,       -,      -,         -,         -,       -",
        "EXPIRED,    -,          -,       -,      -,         -,         -,       -"
    })
    void every_state_takes_these_steps_and_no_others(
            State from,
            String begin,
            String reach,
            String miss,
            String died,
            String schedule,
            String expire,
            String falls) {
        List<String> leadTo = List.of(begin, reach, miss, died, schedule, expire, falls);
        for (int i = 0; i < STEPS.size(); i++) {
            State expected = leadTo.get(i).equals("-") ? null : State.valueOf(leadTo.get(i));
            var next = CallbackCourse.next(standing(from), STEPS.get(i));
            assertThat(next instanceof Changed(var callback) ? callback.state() : null)
                    .as("%s %s", from, STEPS.get(i))
                    .isEqualTo(expected);
        }
    }

    private static Callback after(State state, CallbackStep step) {
        return ((Changed) CallbackCourse.next(standing(state), step)).callback();
    }

    @Test
    void beginning_counts_an_attempt() {
        assertThat(after(State.SCHEDULED, new Begin()).attempts()).isEqualTo(2);
    }

    @Test
    void another_time_is_the_due_time_from_then_on() {
        assertThat(after(State.MISSED, new Schedule(LATER)).due()).isEqualTo(LATER);
    }

    @Test
    void what_was_reached_says_how_it_ended() {
        assertThat(after(State.ATTEMPTING, new Reach(true)).outcome()).contains(CallbackOutcome.SETTLED);
        assertThat(after(State.ATTEMPTING, new Reach(false)).outcome()).contains(CallbackOutcome.NOT_SETTLED);
        assertThat(after(State.SCHEDULED, new Expire()).outcome()).contains(CallbackOutcome.NOT_REACHED);
    }

    @Test
    void one_that_fell_due_stays_marked_late_when_it_gets_another_time() {
        Callback late = after(State.SCHEDULED, new FallDue());
        assertThat(late.late()).isTrue();
        assertThat(((Changed) CallbackCourse.next(late, new Schedule(LATER)))
                        .callback()
                        .late())
                .isTrue();
    }

    @Test
    void one_that_is_being_made_is_not_overdue() {
        assertThat(standing(State.SCHEDULED).isOverdue(LATER)).isTrue();
        assertThat(standing(State.SCHEDULED).isOverdue(DUE)).isFalse();
        assertThat(standing(State.ATTEMPTING).isOverdue(LATER)).isFalse();
        assertThat(standing(State.REACHED).isOverdue(LATER)).isFalse();
    }

    @Test
    void an_ignored_step_says_why() {
        assertThat(CallbackCourse.next(standing(State.REACHED), new Miss()))
                .isEqualTo(new Ignored("a callback that is REACHED cannot Miss"));
    }
}
