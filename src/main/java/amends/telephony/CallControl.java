package amends.telephony;

import amends.kernel.Cancellable;
import java.util.List;
import java.util.function.Consumer;

/**
 * The phone: everything an agent can do to calls. All methods are called on the call loop, return at once, and what
 * comes of them is told as {@link CallEvent}s. A request that does not fit the call's state is Rejected and changes
 * nothing.
 */
public interface CallControl {
    Outcome answer(CallId call);

    /** Refuses a ringing call with 486 Busy Here, so that the queue offers it to another. */
    Outcome reject(CallId call);

    Outcome hold(CallId call);

    Outcome retrieve(CallId call);

    /** Hangs up, cancels or refuses, whichever fits. */
    Outcome clear(CallId call);

    Outcome mute(CallId call, boolean muted);

    /** Sends keys to the far end (RFC 4733). @param digits of 0–9 * # A–D, at most 32 */
    Outcome sendDigits(CallId call, String digits);

    /**
     * Begins an outbound call.
     *
     * @param destination an extension or a number as people write it; anything else is Rejected
     */
    Outcome dial(String destination);

    /** The calls there are now, oldest first. */
    List<Call> calls();

    Cancellable onCallEvent(Consumer<CallEvent> listener);
}
