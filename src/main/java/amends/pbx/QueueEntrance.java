package amends.pbx;

import amends.kernel.Cancellable;
import java.time.Duration;
import java.util.Optional;

/**
 * The way into a queue: the caller is answered and, where that is wanted, told that the call is recorded, to the end,
 * before anybody can take the call. Belongs to the exchange's loop.
 */
final class QueueEntrance {
    /** So that the last word is heard before the music starts. */
    private static final Duration BREATH = Duration.ofMillis(300);

    private QueueEntrance() {}

    static void admit(Exchange exchange, QueueDesk desk, Channel caller) {
        if (!exchange.pickUpForOthers(caller)) return;
        Optional<Clip> prompt = exchange.recordingPrompt().spoken();
        if (prompt.isEmpty()) {
            desk.enter(caller);
            return;
        }
        caller.leg.media().play(prompt.get().followedBySilence());
        Cancellable told = exchange.loop().after(prompt.get().length().plus(BREATH), () -> {
            caller.announced = true;
            desk.enter(caller);
        });
        caller.leg.listen(new LegListener() {
            @Override
            public void ended() {
                told.cancel();
                exchange.publish(new PbxEvent.HangupRequested(caller.view(), HangupCause.NORMAL));
                exchange.channels().gone(caller, HangupCause.NORMAL);
            }
        });
    }
}
