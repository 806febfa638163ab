package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.recovery.Dispatch.Stage;
import amends.recovery.DispatchCourse.Next.Changed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchCourseTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final List<DispatchStep> STEPS = List.of(
            new DispatchStep.Send(NOW),
            new DispatchStep.Answer(NOW, "w"),
            new DispatchStep.SendBack(NOW),
            new DispatchStep.Accept(),
            new DispatchStep.Withdraw(),
            new DispatchStep.FallDue());

    /** The table of the Javadoc: send, answer, send back, accept, withdraw, fall due. */
    @ParameterizedTest
    @CsvSource({
        "PREPARED,  SENT, -,        -,    -,        WITHDRAWN, -",
        "SENT,      -,    ANSWERED, -,    -,        WITHDRAWN, SENT",
        "ANSWERED,  -,    -,        SENT, ACCEPTED, WITHDRAWN, -",
        "ACCEPTED,  -,    -,        -,    -,        -,         -",
        "WITHDRAWN, -,    -,        -,    -,        -,         -"
    })
    void every_stage_takes_these_steps_and_no_others(
            Stage from, String send, String answer, String back, String accept, String withdraw, String due) {
        List<String> leadTo = List.of(send, answer, back, accept, withdraw, due);
        var id = new UUID(1, 1);
        var dispatch = new Dispatch(id, id, "it", id, "ask", NOW, NOW, from, 1, "", Optional.empty(), false);
        for (int i = 0; i < STEPS.size(); i++) {
            Stage expected = leadTo.get(i).equals("-") ? null : Stage.valueOf(leadTo.get(i));
            var next = DispatchCourse.next(dispatch, STEPS.get(i));
            assertThat(next instanceof Changed(var now) ? now.state() : null)
                    .as("%s %s", from, STEPS.get(i))
                    .isEqualTo(expected);
        }
    }
}
