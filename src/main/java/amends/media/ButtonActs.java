package amends.media;

import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import amends.telephony.Call;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import java.util.List;
import java.util.Optional;

/**
 * What a button of a headset means to the calls there are.
 * <pre>
 *                  a call rings   one is talked on   one is held   none
 * OFF_HOOK, HOOK   answer         HOOK: hang up      retrieve      –
 * ON_HOOK          –              hang up            –             –
 * DROP             refuse         hang up            –             –
 * MUTE…            –              mute, unmute       –             –
 * FLASH            –              hold               retrieve      –
 * </pre>
 * Where several columns fit, the first does: but ON_HOOK, MUTE and FLASH mean who is talked with although another rings.
 */
final class ButtonActs {
    /** What is asked of the phone. */
    sealed interface Act {
        record Answer(CallId call) implements Act {}

        record Reject(CallId call) implements Act {}

        record Clear(CallId call) implements Act {}

        record Mute(CallId call, boolean muted) implements Act {}

        record Hold(CallId call) implements Act {}

        record Retrieve(CallId call) implements Act {}
    }

    private ButtonActs() {}

    /** @param calls the oldest first */
    static Optional<Act> of(Press press, List<Call> calls) {
        Optional<CallId> ringing = first(calls, ButtonActs::rings);
        Optional<CallId> talking = first(calls, ButtonActs::isTalkedOn);
        Optional<CallId> held = first(calls, c -> c.state() == ConnectionState.HOLD);
        return switch (press) {
            case OFF_HOOK, HOOK -> {
                if (ringing.isPresent()) yield ringing.map(Act.Answer::new);
                if (talking.isPresent()) yield press == Press.HOOK ? talking.map(Act.Clear::new) : Optional.empty();
                yield held.map(Act.Retrieve::new);
            }
            case ON_HOOK -> talking.map(Act.Clear::new);
            case DROP -> ringing.<Act>map(Act.Reject::new).or(() -> talking.map(Act.Clear::new));
            case MUTE_ON, MUTE_OFF, MUTE ->
                calls.stream()
                        .filter(ButtonActs::isTalkedOn)
                        .findFirst()
                        .filter(c -> press == Press.MUTE || c.muted() != (press == Press.MUTE_ON))
                        .map(c -> new Act.Mute(c.id(), !c.muted()));
            case FLASH -> talking.<Act>map(Act.Hold::new).or(() -> held.map(Act.Retrieve::new));
        };
    }

    /** What a headset shows of these calls. */
    static Lights lights(List<Call> calls) {
        Optional<Call> talked = calls.stream().filter(ButtonActs::isTalkedOn).findFirst();
        boolean held = calls.stream().anyMatch(c -> c.state() == ConnectionState.HOLD);
        return new Lights(
                talked.isPresent() || held,
                calls.stream().anyMatch(ButtonActs::rings),
                talked.filter(Call::muted).isPresent(),
                talked.isEmpty() && held);
    }

    private interface Kind {
        boolean is(Call call);
    }

    private static Optional<CallId> first(List<Call> calls, Kind kind) {
        return calls.stream().filter(kind::is).findFirst().map(Call::id);
    }

    private static boolean rings(Call call) {
        return call.state() == ConnectionState.ALERTING && call.direction() == Direction.INBOUND;
    }

    /** Dialling too: who hangs up stops it. */
    private static boolean isTalkedOn(Call call) {
        boolean dialling = call.direction() == Direction.OUTBOUND
                && (call.state() == ConnectionState.ALERTING || call.state() == ConnectionState.INITIATED);
        return call.state() == ConnectionState.CONNECTED || dialling;
    }
}
