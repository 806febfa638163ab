package amends.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.care.CareCall.Outcome;
import amends.care.CareCall.State;
import amends.care.CareCourse.Because;
import amends.care.CareCourse.Next;
import amends.care.CareCourse.Step;
import amends.kernel.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CareCourseTest {
    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID ME = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    static CareCall call(State state, UUID by, int tries) {
        return new CareCall(
                new UUID(7, 7),
                new UUID(8, 8),
                new UUID(9, 9),
                "赵敏",
                new PhoneNumber("+8613800138000"),
                12,
                .4,
                Candidate.Pool.QUIET,
                state,
                Optional.ofNullable(by),
                Optional.ofNullable(by).map(b -> NOW.plusSeconds(60)),
                tries,
                NOW,
                Optional.empty(),
                "");
    }

    static Stream<Arguments> table() {
        var take = new Step.Take(ME);
        var back = new Step.GiveBack(ME);
        var none = new Step.NoAnswer(ME);
        var well = new Step.Spoken(ME, Outcome.CONTENT, "好的");
        var settled = new Step.Settled(new UUID(0, 0));
        CareCall waiting = call(State.WAITING, null, 0);
        CareCall mine = call(State.TAKEN, ME, 0);
        CareCall theirs = call(State.TAKEN, OTHER, 0);
        CareCall done = call(State.DONE, ME, 0);
        CareCall givenUp = call(State.GIVEN_UP, ME, 3);
        return Stream.of(
                arguments(waiting, take, State.TAKEN),
                arguments(waiting, back, Because.NOT_TAKEN),
                arguments(waiting, none, Because.NOT_TAKEN),
                arguments(waiting, well, Because.NOT_TAKEN),
                arguments(waiting, settled, State.DONE),
                arguments(mine, settled, Because.TAKEN_BY_ANOTHER),
                arguments(done, settled, Because.OVER),
                arguments(mine, new Step.Spoken(ME, Outcome.SETTLED, ""), Because.NO_OUTCOME),
                arguments(mine, take, State.TAKEN),
                arguments(mine, back, State.WAITING),
                arguments(mine, none, State.WAITING),
                arguments(call(State.TAKEN, ME, 2), none, State.GIVEN_UP),
                arguments(mine, well, State.DONE),
                arguments(mine, new Step.Spoken(ME, Outcome.NOT_REACHED, ""), Because.NO_OUTCOME),
                arguments(theirs, take, Because.TAKEN_BY_ANOTHER),
                arguments(theirs, back, Because.TAKEN_BY_ANOTHER),
                arguments(theirs, none, Because.TAKEN_BY_ANOTHER),
                arguments(theirs, well, Because.TAKEN_BY_ANOTHER),
                arguments(done, take, Because.OVER),
                arguments(done, well, Because.OVER),
                arguments(givenUp, take, Because.OVER),
                arguments(givenUp, none, Because.OVER));
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_call_goes_on_as_the_table_says(CareCall call, Step step, Object expected) {
        switch (CareCourse.next(call, step, NOW)) {
            case Next.Changed(var next) -> assertThat(next.state()).isEqualTo(expected);
            case Next.Refused(var why) -> assertThat(why).isEqualTo(expected);
        }
    }

    @Test
    void what_a_desk_forgot_is_free_again_once_its_time_is_over() {
        CareCall forgotten = call(State.TAKEN, OTHER, 0);
        assertThat(CareCourse.next(forgotten, new Step.Take(ME), NOW.plusSeconds(60)))
                .isInstanceOf(Next.Changed.class);
    }

    @Test
    void who_was_not_reached_is_tried_again_later_and_wider_apart() {
        var first = (Next.Changed) CareCourse.next(call(State.TAKEN, ME, 0), new Step.NoAnswer(ME), NOW);
        assertThat(first.call().notBefore()).isEqualTo(NOW.plus(Duration.ofHours(22)));
        assertThat(CareCourse.next(first.call(), new Step.Take(ME), NOW))
                .isEqualTo(new Next.Refused(Because.TOO_EARLY));
    }
}
