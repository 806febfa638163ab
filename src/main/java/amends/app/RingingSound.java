package amends.app;

import amends.media.Ringer;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Direction;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rings for as long as a call comes in. Not over a conversation: to an agent who talks, holds or dials, a call that waits
 * is told by a tone in the ear. Lives on the call loop.
 */
final class RingingSound {
    private final Ringer ringer;
    private final Consumer<Boolean> tone;
    private final Set<CallId> ringing = new HashSet<>();
    private final Set<CallId> busy = new HashSet<>();
    private boolean waits;

    /** @param tone told whether a call waits beside another */
    RingingSound(CallControl phone, Ringer ringer, Consumer<Boolean> tone) {
        this.ringer = ringer;
        this.tone = tone;
        phone.onCallEvent(this::heard);
    }

    private void heard(CallEvent event) {
        CallId call = event.call().id();
        switch (event) {
            case CallEvent.Delivered d when d.call().direction() == Direction.INBOUND -> ringing.add(call);
            case CallEvent.Originated o -> busy.add(call);
            case CallEvent.Established e -> {
                ringing.remove(call);
                busy.add(call);
            }
            case CallEvent.ConnectionCleared c -> {
                ringing.remove(call);
                busy.remove(call);
            }
            default -> {}
        }
        tell();
    }

    private void tell() {
        if (!ringing.isEmpty() && busy.isEmpty()) ringer.start();
        else ringer.stop();
        boolean now = !ringing.isEmpty() && !busy.isEmpty();
        if (now == waits) return;
        waits = now;
        tone.accept(now);
    }
}
