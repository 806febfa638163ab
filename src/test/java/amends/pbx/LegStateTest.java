package amends.pbx;

import static amends.pbx.LegState.*;
import static amends.pbx.LegState.Effect.*;
import static amends.pbx.LegState.Event.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LegStateTest {
    private record Key(LegState state, LegState.Event event) {}

    private static final Map<Key, LegState.Next> TABLE = new HashMap<>();

    private static void row(LegState state, LegState.Event event, LegState to, LegState.Effect... effects) {
        TABLE.put(new Key(state, event), new LegState.Next(to, List.of(effects)));
    }

    static {
        row(OFFERED, WE_ANSWER, ANSWERED, SEND_OK);
        row(OFFERED, WE_HANG_UP, ENDED, SEND_REFUSAL);
        row(OFFERED, CANCELLED, ENDED, SEND_REFUSAL, TELL_ENDED);
        row(OFFERED, BYE, ENDED, SEND_REFUSAL, TELL_ENDED);
        row(ANSWERED, ACKED, UP);
        row(ANSWERED, BYE, ENDED, TELL_ENDED);
        row(ANSWERED, ACK_MISSING, ENDED, SEND_BYE, TELL_ENDED);
        row(ANSWERED, WE_HANG_UP, LEAVING);
        row(LEAVING, ACKED, ENDED, SEND_BYE);
        row(LEAVING, ACK_MISSING, ENDED, SEND_BYE);
        row(LEAVING, BYE, ENDED);
        for (LegState calling : List.of(CALLING, PROCEEDING)) {
            row(calling, PROVISIONAL, PROCEEDING, TELL_PROGRESS);
            row(calling, ACCEPTED, UP, SEND_ACK, TELL_ACCEPTED);
            row(calling, REFUSED, ENDED, TELL_REFUSED);
        }
        row(CALLING, WE_HANG_UP, GIVING_UP);
        row(PROCEEDING, WE_HANG_UP, CANCELLING, SEND_CANCEL);
        row(GIVING_UP, PROVISIONAL, CANCELLING, SEND_CANCEL);
        for (LegState leaving : List.of(GIVING_UP, CANCELLING)) {
            row(leaving, ACCEPTED, ENDED, SEND_ACK, SEND_BYE);
            row(leaving, REFUSED, ENDED);
        }
        row(UP, BYE, ENDED, TELL_ENDED);
        row(UP, ACK_MISSING, ENDED, SEND_BYE, TELL_ENDED);
        row(UP, LOST, ENDED, SEND_BYE, TELL_ENDED);
        row(UP, WE_HANG_UP, ENDED, SEND_BYE);
        row(UP, ACCEPTED, UP, SEND_ACK);
        row(ENDED, ACCEPTED, ENDED, SEND_ACK);
    }

    static Stream<Arguments> everything() {
        var all = new ArrayList<Arguments>();
        for (LegState state : LegState.values())
            for (LegState.Event event : LegState.Event.values()) all.add(Arguments.of(state, event));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_event_in_every_state_does_what_the_table_says_or_nothing(LegState state, LegState.Event event) {
        var nothing = new LegState.Next(state, List.of());
        assertThat(state.next(event)).isEqualTo(TABLE.getOrDefault(new Key(state, event), nothing));
    }
}
