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
    /** Whoever is talked with meanwhile is put on hold; so it is when another is retrieved or dialled. */
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

    /** As {@link #dial(String)}, under another number. One that is not allowed is Rejected, and nobody is called. */
    default Outcome dial(String destination, ShownAs shown) {
        return shown.equals(ShownAs.OWN) ? dial(destination) : new Outcome.Rejected("no number can be chosen here");
    }

    /**
     * Sends a ringing call elsewhere, with 302 Moved Temporarily.
     *
     * @param destination as for {@link #dial}
     */
    Outcome redirect(CallId call, String destination);

    /**
     * Passes the party of an answered call on to the destination, which is not asked before. How it goes is told as
     * {@link CallEvent.MarksChanged}; when it fails, the call is as it was.
     */
    Outcome transfer(CallId call, String destination);

    /**
     * Connects the parties of two answered calls with each other, who then talk without us. When it fails, both calls
     * are as they were.
     *
     * @param call the call that is passed on, where it is told how it goes
     * @param consulted the call with who takes it
     */
    Outcome connect(CallId call, CallId consulted);

    /** Lets the parties of two answered calls and the agent all hear each other; who is on hold is taken back. */
    Outcome confer(CallId one, CallId other);

    /** Takes a call out of the conference and holds it; the agent goes on with the other. */
    Outcome part(CallId call);

    /** The agent's word on {@link CallMarks#sentTo}. @param go whether the call is led there */
    Outcome decide(CallId call, boolean go);

    /** The calls there are now, oldest first. */
    List<Call> calls();

    Cancellable onCallEvent(Consumer<CallEvent> listener);
}
