package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.FlowWalk.Because;
import amends.knowledge.FlowWalk.Event;
import amends.knowledge.FlowWalk.Next;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowWalkTest {
    private static final UUID AGENT = Ids.next();
    private FlowWalk walk;

    @BeforeEach
    void begin() throws YamlMistakes {
        walk = FlowWalk.begin(Ids.next(), new Flow(FlowReader.read("f.yaml", FlowReaderTest.GOOD), 3));
    }

    private static Event answered(int answer) {
        return new Event.Answered(answer, AGENT, Instant.EPOCH);
    }

    private static FlowWalk after(FlowWalk walk, String way) {
        for (char c : way.toCharArray()) walk = ((Next.Moved) walk.next(answered(c - '0'))).walk();
        return walk;
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, refund",
        "'', 1, wait",
        "'', 2, NO_SUCH_ANSWER",
        "'', -1, NO_SUCH_ANSWER",
        "'', BACK, AT_THE_START",
        "0, 0, done",
        "0, 1, compare",
        "0, 2, NO_SUCH_ANSWER",
        "0, BACK, compare",
        "1, 0, OVER",
        "1, BACK, compare",
        "00, 0, OVER",
        "00, BACK, refund",
        "01, 1, wait"
    })
    void the_whole_table(String way, String event, String what) {
        Event happens = event.equals("BACK") ? new Event.Back() : answered(Integer.parseInt(event));
        String came = switch (after(walk, way).next(happens)) {
            case Next.Moved(var moved) -> moved.current().id();
            case Next.Refused(var because) -> because.name();
        };
        assertThat(came).isEqualTo(what);
    }

    @Test
    void nobody_goes_round_without_end() {
        FlowWalk far = after(walk, "01".repeat(FlowWalk.MOST_TAKEN / 2));
        assertThat(far.next(answered(0))).isEqualTo(new Next.Refused(Because.TOO_LONG));
    }

    @Test
    void who_goes_on_is_where_it_was() {
        FlowWalk on = after(walk, "0").goingOn(Ids.next());
        assertThat(on.current().id()).isEqualTo("refund");
        assertThat(on.taken().getFirst().words()).isEqualTo("Both are booked");
    }
}
