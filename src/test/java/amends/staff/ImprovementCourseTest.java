package amends.staff;

import static amends.staff.Improvement.State.ACCEPTED;
import static amends.staff.Improvement.State.CONSIDERED;
import static amends.staff.Improvement.State.DECLINED;
import static amends.staff.Improvement.State.DONE;
import static amends.staff.Improvement.State.FILED;
import static org.assertj.core.api.Assertions.assertThat;

import amends.staff.Improvement.State;
import amends.staff.ImprovementCourse.Next;
import amends.staff.ImprovementStep.Accept;
import amends.staff.ImprovementStep.Consider;
import amends.staff.ImprovementStep.Decline;
import amends.staff.ImprovementStep.Finish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImprovementCourseTest {
    private static final UUID LEAD = new UUID(1, 3);
    private static final Instant AT = Instant.parse("2026-01-05T02:00:00Z");
    private static final List<ImprovementStep> STEPS = List.of(
            new Consider(LEAD, AT, ""),
            new Accept(LEAD, AT, "good"),
            new Finish(LEAD, AT, ""),
            new Decline(LEAD, AT, "too dear"));
    /** Where each step leads, in the order of {@link #STEPS}; what is missing is ignored. */
    private static final Map<State, List<Optional<State>>> TABLE = Map.of(
            FILED, List.of(Optional.of(CONSIDERED), Optional.of(ACCEPTED), Optional.empty(), Optional.of(DECLINED)),
            CONSIDERED, List.of(Optional.empty(), Optional.of(ACCEPTED), Optional.empty(), Optional.of(DECLINED)),
            ACCEPTED, List.of(Optional.of(CONSIDERED), Optional.empty(), Optional.of(DONE), Optional.of(DECLINED)),
            DONE, List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            DECLINED, List.of(Optional.of(CONSIDERED), Optional.empty(), Optional.empty(), Optional.empty()));

    private static Improvement standing(State state) {
        return new Improvement(
                new UUID(4, 4),
                new UUID(1, 1),
                AT.minusSeconds(60),
                "DESK",
                "show the queue's name larger",
                Optional.empty(),
                state,
                "",
                Optional.empty(),
                AT);
    }

    static Stream<Arguments> table() {
        var rows = new ArrayList<Arguments>();
        TABLE.forEach((state, leads) -> {
            for (int i = 0; i < STEPS.size(); i++) rows.add(Arguments.of(state, STEPS.get(i), leads.get(i)));
        });
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void every_step_leads_where_the_table_says(State from, ImprovementStep step, Optional<State> to) {
        switch (ImprovementCourse.next(standing(from), step)) {
            case Next.Changed(var now) -> {
                assertThat(Optional.of(now.state())).isEqualTo(to);
                assertThat(now.answer()).isEqualTo(step.words());
                assertThat(now.decidedBy()).contains(LEAD);
            }
            case Next.Ignored(var reason) -> {
                assertThat(to).isEmpty();
                assertThat(reason).contains(from.name());
            }
        }
    }

    @Test
    void nobody_is_declined_without_a_reason() {
        assertThat(ImprovementCourse.next(standing(FILED), new Decline(LEAD, AT, " ​ ")))
                .isInstanceOf(Next.Ignored.class);
    }
}
