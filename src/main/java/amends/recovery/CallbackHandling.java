package amends.recovery;

import amends.kernel.Cancellable;
import amends.telephony.Outcome;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Makes this member's callbacks through the desk's own phone. Called, and tells, on the call loop; stores elsewhere,
 * so a call never waits for it.
 */
public interface CallbackHandling {
    CallbackBoard board();

    /** Calls the customer now. Rejected while there is a call, and for a callback that is not this member's to make. */
    Outcome begin(UUID callback);

    /**
     * What the agent says came of a callback in hand; may be said again until the contact is closed, which keeps it.
     * Not said, a talk counts as not settled.
     */
    void outcome(UUID callback, CallbackOutcome outcome);

    /** Asks the database again: others may have changed something. */
    void refresh();

    Cancellable onChange(Consumer<CallbackBoard> listener);
}
