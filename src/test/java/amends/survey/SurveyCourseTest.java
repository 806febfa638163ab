package amends.survey;

import static amends.survey.Survey.State.ANSWERED;
import static amends.survey.Survey.State.DELIVERED;
import static amends.survey.Survey.State.DUE;
import static amends.survey.Survey.State.EXPIRED;
import static amends.survey.Survey.State.OPTED_OUT;
import static amends.survey.Survey.State.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PhoneNumber;
import amends.survey.Survey.Answer;
import amends.survey.SurveyCourse.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyCourseTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final Answer FIVE = new Answer(5, "很好", NOW);
    private static final List<SurveyStep> STEPS = List.of(
            new SurveyStep.Sent(),
            new SurveyStep.Delivered(),
            new SurveyStep.NotDelivered("no such number"),
            new SurveyStep.Answered(FIVE),
            new SurveyStep.TimeUp(),
            new SurveyStep.Refused());

    /** The table of the course: a row for each state, a column for each step; null where the step does not fit. */
    private static Map<Survey.State, Survey.State[]> table() {
        Survey.State[] none = new Survey.State[STEPS.size()];
        var table = new EnumMap<Survey.State, Survey.State[]>(Survey.State.class);
        table.put(DUE, new Survey.State[] {SENT, DELIVERED, EXPIRED, ANSWERED, EXPIRED, OPTED_OUT});
        table.put(SENT, new Survey.State[] {null, DELIVERED, EXPIRED, ANSWERED, EXPIRED, OPTED_OUT});
        table.put(DELIVERED, new Survey.State[] {null, null, null, ANSWERED, EXPIRED, OPTED_OUT});
        for (var ended : List.of(ANSWERED, EXPIRED, OPTED_OUT)) table.put(ended, none);
        return table;
    }

    static List<Arguments> cells() {
        var cells = new ArrayList<Arguments>();
        table().forEach((state, row) -> {
            for (int i = 0; i < row.length; i++) cells.add(Arguments.of(state, STEPS.get(i), row[i]));
        });
        return cells;
    }

    static Survey survey(Survey.State state) {
        return new Survey(
                new UUID(1, 1),
                new UUID(1, 2),
                Occasion.CONTACT,
                new UUID(1, 3),
                Optional.empty(),
                "",
                new PhoneNumber("+8613800138000"),
                NOW,
                NOW.plusSeconds(3600),
                state,
                Optional.empty(),
                "");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void each_step_leads_where_the_table_says(Survey.State from, SurveyStep step, Survey.State to) {
        Next next = SurveyCourse.next(survey(from), step);
        if (to == null) assertThat(next).isInstanceOf(Next.Ignored.class);
        else
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Next.Changed.class,
                            changed -> assertThat(changed.survey().state()).isEqualTo(to));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void only_an_answer_leaves_an_answer_and_only_what_never_arrived_a_reason(
            Survey.State from, SurveyStep step, Survey.State to) {
        if (!(SurveyCourse.next(survey(from), step) instanceof Next.Changed(var now))) return;
        assertThat(now.answer()).isEqualTo(step instanceof SurveyStep.Answered ? Optional.of(FIVE) : Optional.empty());
        assertThat(now.reason()).isEqualTo(step instanceof SurveyStep.NotDelivered ? "no such number" : "");
    }
}
