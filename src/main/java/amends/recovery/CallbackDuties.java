package amends.recovery;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What must happen later to a callback. Each duty is named after what it waits for: a callback that gets another due
 * time gets another duty, and the old one finds nothing to do.
 */
final class CallbackDuties {
    static final String FALLS_DUE = "callback-falls-due";
    static final String ATTEMPT_ENDS = "callback-attempt-ends";
    /** No call and its write-up last longer: whoever began it is not there any more. */
    static final Duration LONGEST_ATTEMPT = Duration.ofHours(2);

    private final Duties duties;

    CallbackDuties(Duties duties) {
        this.duties = duties;
    }

    void watchDue(Callback callback) {
        UUID id = Ids.named(FALLS_DUE + ":" + callback.id() + ":" + callback.due());
        duties.add(new Duty(id, FALLS_DUE, callback.id(), callback.due(), 0));
    }

    void watchAttempt(Callback callback, Instant began) {
        duties.add(new Duty(attempt(callback), ATTEMPT_ENDS, callback.id(), began.plus(LONGEST_ATTEMPT), 0));
    }

    /** Whether the duty watches the attempt that is going on. */
    static boolean watches(Duty duty, Callback callback) {
        return duty.id().equals(attempt(callback));
    }

    private static UUID attempt(Callback callback) {
        return Ids.named(ATTEMPT_ENDS + ":" + callback.id() + ":" + callback.attempts());
    }
}
