package amends.app;

import amends.media.Ringer;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Direction;
import java.util.HashSet;
import java.util.Set;

/** Rings for as long as a call comes in, but not into the ear of an agent who talks. Lives on the call loop. */
final class RingingSound {
    private final Ringer ringer;
    private final Set<CallId> ringing = new HashSet<>();
    private final Set<CallId> talking = new HashSet<>();

    RingingSound(Desk desk, Ringer ringer) {
        this.ringer = ringer;
        desk.phone.onCallEvent(this::heard);
    }

    private void heard(CallEvent event) {
        CallId call = event.call().id();
        switch (event) {
            case CallEvent.Delivered d when d.call().direction() == Direction.INBOUND -> ringing.add(call);
            case CallEvent.Established e -> {
                ringing.remove(call);
                talking.add(call);
            }
            case CallEvent.ConnectionCleared c -> {
                ringing.remove(call);
                talking.remove(call);
            }
            default -> {}
        }
        if (!ringing.isEmpty() && talking.isEmpty()) ringer.start();
        else ringer.stop();
    }
}
