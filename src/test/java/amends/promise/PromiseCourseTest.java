package amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PhoneNumber;
import amends.promise.Promise.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseCourseTest {
    private static final Instant DUE = Instant.parse("2026-01-05T07:00:00Z");
    private static final PromiseOwner MINE = new PromiseOwner.Person(new UUID(1, 1001));

    private static Promise in(State state) {
        return new Promise(
                new UUID(27, 1),
                "K7Q2",
                "refund",
                "退款",
                Optional.empty(),
                PromisedTo.customer(new UUID(7, 1), "王建国", Optional.of(new PhoneNumber("+8613800138000"))),
                new UUID(1, 1001),
                MINE,
                DUE.minusSeconds(9000),
                DUE,
                DUE.minusSeconds(3600),
                state,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static PromiseStep step(String name) {
        return switch (name) {
            case "remind" -> new PromiseStep.Remind(DUE.minusSeconds(60));
            case "fall due" -> new PromiseStep.FallDue(DUE.plusSeconds(1));
            case "keep in time" -> new PromiseStep.Keep(DUE);
            case "keep late" -> new PromiseStep.Keep(DUE.plusSeconds(1));
            case "break" -> new PromiseStep.Break(DUE, "做不到");
            case "withdraw" -> new PromiseStep.Withdraw(DUE, "客户说不用了");
            default -> new PromiseStep.HandOver(DUE, new PromiseOwner.Team("accounts"), "");
        };
    }

    /** The whole table; a hyphen where nothing happens. */
    @ParameterizedTest
    @CsvSource({
        "OPEN, remind, OPEN",
        "OPEN, fall due, OVERDUE",
        "OPEN, keep in time, KEPT",
        "OPEN, keep late, KEPT_LATE",
        "OPEN, break, BROKEN",
        "OPEN, withdraw, WITHDRAWN",
        "OPEN, hand over, OPEN",
        "OVERDUE, remind, OVERDUE",
        "OVERDUE, fall due, -",
        "OVERDUE, keep in time, KEPT",
        "OVERDUE, keep late, KEPT_LATE",
        "OVERDUE, break, BROKEN",
        "OVERDUE, withdraw, WITHDRAWN",
        "OVERDUE, hand over, OVERDUE"
    })
    void an_open_promise_goes_its_course(State before, String step, String after) {
        switch (PromiseCourse.next(in(before), step(step))) {
            case PromiseCourse.Next.Changed(var now) -> {
                assertThat(now.state().name()).isEqualTo(after);
                assertThat(now.version()).isEqualTo(2);
                assertThat(now.ended().isPresent()).isEqualTo(!now.state().isOpen());
            }
            case PromiseCourse.Next.Ignored(var reason) ->
                assertThat(after).as(reason).isEqualTo("-");
        }
    }

    @ParameterizedTest
    @CsvSource({"KEPT", "KEPT_LATE", "BROKEN", "WITHDRAWN"})
    void nothing_happens_to_one_that_is_over(State over) {
        for (String step : "remind,fall due,keep in time,keep late,break,withdraw,hand over".split(","))
            assertThat(PromiseCourse.next(in(over), step(step))).isInstanceOf(PromiseCourse.Next.Ignored.class);
    }

    @Test
    void one_is_reminded_once() {
        var reminded = (PromiseCourse.Next.Changed) PromiseCourse.next(in(State.OPEN), step("remind"));
        assertThat(PromiseCourse.next(reminded.promise(), step("remind")))
                .isInstanceOf(PromiseCourse.Next.Ignored.class);
    }

    @Test
    void it_is_not_broken_without_a_reason_nor_withdrawn_without_the_customer() {
        assertThat(PromiseCourse.next(in(State.OPEN), new PromiseStep.Break(DUE, " ")))
                .isInstanceOf(PromiseCourse.Next.Ignored.class);
        assertThat(PromiseCourse.next(in(State.OPEN), new PromiseStep.Withdraw(DUE, "")))
                .isInstanceOf(PromiseCourse.Next.Ignored.class);
        assertThat(PromiseCourse.next(in(State.OPEN), new PromiseStep.HandOver(DUE, MINE, "")))
                .isInstanceOf(PromiseCourse.Next.Ignored.class);
    }
}
