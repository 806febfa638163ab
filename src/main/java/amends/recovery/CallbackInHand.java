package amends.recovery;

import amends.kernel.Ids;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One attempt that the desk is making. On the call loop only. */
final class CallbackInHand {
    final UUID id = Ids.next();
    final CallId call;
    final CallbackTask task;
    final Instant began;
    boolean talked;
    Optional<Instant> ended = Optional.empty();
    Optional<CallbackOutcome> chosen = Optional.empty();
    boolean written;

    CallbackInHand(CallId call, CallbackTask task, Instant began) {
        this.call = call;
        this.task = task;
        this.began = began;
    }

    UUID callback() {
        return task.callback().id();
    }

    CallbackBoard.InHand seen() {
        return new CallbackBoard.InHand(call, task, talked, chosen);
    }
}
