package amends.telephony;

import amends.kernel.Cancellable;
import java.util.function.Consumer;

/**
 * Calls between desks that are nobody's own: no list shows them, no contact is kept of them, nobody records them. At the
 * desk that is visited they are guests in a call; at the desk that visits they are in its ear. Hung up, sent keys and
 * muted as any call, by {@link CallControl}. Call loop.
 */
public interface Visits {
    /** Asks this one about every call from now on. */
    void receivedBy(Reception reception);

    /** Begins a visit; {@link CallEvent.Originated} tells its name to {@link #onVisit} before this returns. */
    Outcome visit(String extension);

    /** Gives a guest a place in a call of this desk, or another one. @param host ignored for who is outside */
    Outcome place(CallId guest, CallId host, GuestPart part);

    /** Connects the party of the call with the guest, who both then talk without us. When it fails, all is as it was. */
    Outcome handOver(CallId host, CallId guest);

    /** From now on the visit is a call of this desk like any other. @param party with whom, as far as is known */
    Outcome adopt(CallId visit, Party party);

    /** Told of guests that were let in and of visits, as {@link CallControl#onCallEvent} of calls. */
    Cancellable onVisit(Consumer<CallEvent> listener);
}
