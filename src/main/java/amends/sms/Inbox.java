package amends.sms;

import amends.kernel.Cancellable;
import java.util.function.Consumer;

/** The messages that came in. */
public interface Inbox {
    /**
     * Joins the transaction that marks a stored message as told: what follows from it is kept exactly once. Called on
     * a virtual thread, again when the transaction is tried again. While a listener throws, the message is told again
     * and again with growing pauses; the network has long had its answer.
     */
    Cancellable onIncoming(Consumer<IncomingSms> listener);
}
