package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Cancellable;
import amends.kernel.SettableTime;
import amends.law.BesideOthers;
import amends.media.ButtonActs.Act;
import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import amends.telephony.Call;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class ButtonDeskTest {
    private static Call call(String id, ConnectionState state, boolean muted) {
        return new Call(
                new CallId(id),
                id.startsWith("out") ? Direction.OUTBOUND : Direction.INBOUND,
                new Party("1002", ""),
                state,
                Instant.EPOCH,
                Optional.empty(),
                muted);
    }

    private static List<Call> calls(String there) {
        var calls = new ArrayList<Call>();
        for (String one : there.split("\\+")) {
            switch (one) {
                case "rings" -> calls.add(call("rings", ConnectionState.ALERTING, false));
                case "talks" -> calls.add(call("talks", ConnectionState.CONNECTED, false));
                case "muted" -> calls.add(call("muted", ConnectionState.CONNECTED, true));
                case "held" -> calls.add(call("held", ConnectionState.HOLD, false));
                case "out" -> calls.add(call("out", ConnectionState.ALERTING, false));
                default -> {}
            }
        }
        return calls;
    }

    @ParameterizedTest
    @CsvSource({
        "OFF_HOOK, none, -",
        "OFF_HOOK, rings, Answer rings",
        "OFF_HOOK, talks, -",
        "OFF_HOOK, talks+rings, Answer rings",
        "OFF_HOOK, held, Retrieve held",
        "HOOK, none, -",
        "HOOK, rings, Answer rings",
        "HOOK, talks, Clear talks",
        "HOOK, held+rings, Answer rings",
        "ON_HOOK, none, -",
        "ON_HOOK, rings, -",
        "ON_HOOK, talks, Clear talks",
        "ON_HOOK, rings+talks, Clear talks",
        "ON_HOOK, out, Clear out",
        "ON_HOOK, held, -",
        "DROP, rings, Reject rings",
        "DROP, talks+rings, Reject rings",
        "DROP, talks, Clear talks",
        "DROP, none, -",
        "MUTE, talks, Mute talks true",
        "MUTE, muted, Mute muted false",
        "MUTE, rings, -",
        "MUTE_ON, talks, Mute talks true",
        "MUTE_ON, muted, -",
        "MUTE_OFF, muted, Mute muted false",
        "MUTE_OFF, talks, -",
        "FLASH, talks+rings, Hold talks",
        "FLASH, held, Retrieve held",
        "FLASH, none, -"
    })
    void the_whole_table(Press press, String there, String act) {
        String done =
                ButtonActs.of(press, calls(there)).map(ButtonDeskTest::said).orElse("-");
        assertThat(done).isEqualTo(act);
    }

    private static String said(Act act) {
        return switch (act) {
            case Act.Answer(var call) -> "Answer " + call.value();
            case Act.Reject(var call) -> "Reject " + call.value();
            case Act.Clear(var call) -> "Clear " + call.value();
            case Act.Hold(var call) -> "Hold " + call.value();
            case Act.Retrieve(var call) -> "Retrieve " + call.value();
            case Act.Mute(var call, var muted) -> "Mute " + call.value() + " " + muted;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "none, false, false, false, false",
        "rings, false, true, false, false",
        "talks, true, false, false, false",
        "muted, true, false, true, false",
        "held, true, false, false, true",
        "talks+rings, true, true, false, false",
        "held+talks, true, false, false, false"
    })
    void what_the_headset_shows(String there, boolean offHook, boolean ringing, boolean muted, boolean held) {
        assertThat(ButtonActs.lights(calls(there))).isEqualTo(new Lights(offHook, ringing, muted, held));
    }

    /** Remembers what it was told to show. */
    private static final class Shown implements CallButtons {
        private final List<Lights> lights = new ArrayList<>();

        @Override
        public Cancellable onPress(Consumer<Press> listener) {
            return () -> {};
        }

        @Override
        public void show(Lights now) {
            lights.add(now);
        }

        @Override
        public void close() {}
    }

    private final SettableTime time = new SettableTime();
    private final amends.desktop.FakePhone phone = new amends.desktop.FakePhone(time);
    private final Shown shown = new Shown();
    private final ButtonDesk desk = new ButtonDesk(phone, shown, time);

    private ConnectionState state() {
        return phone.calls().isEmpty()
                ? ConnectionState.NULL
                : phone.calls().getFirst().state();
    }

    @Test
    void a_call_is_answered_muted_and_ended_at_the_headset() {
        phone.rings("c1", "13800138000", "");
        desk.pressed(Press.OFF_HOOK);
        assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
        desk.pressed(Press.MUTE);
        assertThat(phone.calls().getFirst().muted()).isTrue();
        assertThat(shown.lights).endsWith(new Lights(true, false, true, false));
        time.pass(Duration.ofSeconds(5));
        desk.pressed(Press.ON_HOOK);
        assertThat(state()).isEqualTo(ConnectionState.NULL);
        assertThat(shown.lights).endsWith(Lights.OUT);
    }

    @Test
    void what_a_headset_answers_to_its_light_hangs_up_nothing() {
        phone.rings("c1", "13800138000", "");
        phone.answer(new CallId("c1"));
        time.pass(Duration.ofMillis(60));
        desk.pressed(Press.ON_HOOK);
        assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void lights_are_told_only_when_they_change() {
        phone.rings("c1", "13800138000", "");
        phone.answer(new CallId("c1"));
        int told = shown.lights.size();
        phone.mute(new CallId("c1"), false);
        assertThat(shown.lights).hasSize(told);
    }
}
