package amends.app;

import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import java.time.Duration;

/** Answers inbound calls by itself after a while, one at a time. Lives on the call loop. */
final class AutoAnswer {
    private final Desk desk;

    AutoAnswer(Desk desk, Duration after) {
        this.desk = desk;
        desk.phone.onCallEvent(event -> {
            if (event instanceof CallEvent.Delivered(var call) && call.direction() == Direction.INBOUND)
                desk.loop.after(after, () -> answer(call.id()));
        });
    }

    private void answer(CallId ringing) {
        boolean talking = desk.phone.calls().stream()
                .anyMatch(c -> !c.id().equals(ringing) && c.state() == ConnectionState.CONNECTED);
        if (!talking) desk.phone.answer(ringing);
    }
}
