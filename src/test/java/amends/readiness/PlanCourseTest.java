package amends.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.readiness.Notice.Audience;
import amends.readiness.Plan.State;
import amends.readiness.PlanCourse.Because;
import amends.readiness.PlanCourse.Next;
import amends.readiness.PlanCourse.Step;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanCourseTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID LEAD = new UUID(3, 3);
    private static final UUID RUN = new UUID(4, 4);

    private static Plan plan(State state, String title, PlanMatch match, String answer, Notice notice) {
        Optional<UUID> run = state == State.ON ? Optional.of(RUN) : Optional.empty();
        return new Plan(new UUID(1, 1), title, "", match, answer, "", "", notice, state, run, 1, LEAD, NOW);
    }

    private static Plan plan(State state) {
        return plan(state, "手机银行停机", queue("support"), "我们正在抢修", Notice.NONE);
    }

    private static PlanMatch queue(String name) {
        return new PlanMatch(List.of(name), List.of(), List.of(), List.of());
    }

    private static final PlanMatch NOTHING = new PlanMatch(List.of(), List.of(), List.of(), List.of());

    static Stream<Arguments> table() {
        var on = new Step.SwitchOn(RUN);
        var off = new Step.SwitchOff();
        var retire = new Step.Retire();
        Plan prepared = plan(State.PREPARED);
        Plan running = plan(State.ON);
        Plan retired = plan(State.RETIRED);
        var toAll = new Notice("停机", false, Audience.CUSTOMERS, 60, 1000, LocalTime.of(8, 0), LocalTime.of(21, 0));
        var everybody = new PlanMatch(List.of("q"), List.of(), List.of(), List.of("021", "上海"));
        Plan vague = plan(State.PREPARED, "停机", everybody, "好", toAll);
        return Stream.of(
                arguments(prepared, new Step.Write(vague), Because.PREFIX_WITHOUT_DIGITS),
                arguments(vague, on, Because.PREFIX_WITHOUT_DIGITS),
                arguments(prepared, new Step.Write(prepared), State.PREPARED),
                arguments(
                        prepared,
                        new Step.Write(plan(State.PREPARED, " ", NOTHING, "", Notice.NONE)),
                        Because.NO_TITLE),
                arguments(prepared, on, State.ON),
                arguments(prepared, off, Because.NOT_ON),
                arguments(prepared, retire, State.RETIRED),
                arguments(running, new Step.Write(running), State.ON),
                arguments(
                        running,
                        new Step.Write(plan(State.ON, "停机", NOTHING, "好", Notice.NONE)),
                        Because.MATCHES_NOTHING),
                arguments(running, on, Because.ALREADY_ON),
                arguments(running, off, State.PREPARED),
                arguments(running, retire, Because.STILL_ON),
                arguments(retired, new Step.Write(retired), State.PREPARED),
                arguments(retired, on, Because.RETIRED),
                arguments(retired, off, Because.NOT_ON),
                arguments(retired, retire, Because.RETIRED),
                arguments(plan(State.PREPARED, "停机", NOTHING, "好", Notice.NONE), on, Because.MATCHES_NOTHING),
                arguments(plan(State.PREPARED, "停机", queue("q"), " ", Notice.NONE), on, Because.NOTHING_PREPARED),
                arguments(plan(State.PREPARED, "停机", queue("q"), "好", toAll), on, Because.TOLD_TO_ALL));
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_plan_goes_on_as_the_table_says(Plan plan, Step step, Object expected) {
        switch (PlanCourse.next(plan, step, LEAD, NOW)) {
            case Next.Changed(var next) -> assertThat(next.state()).isEqualTo(expected);
            case Next.Refused(var why) -> assertThat(why).isEqualTo(expected);
        }
    }
}
