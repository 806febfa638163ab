package amends.telephony;

import amends.kernel.Cancellable;
import java.util.function.Consumer;

/** The desk's registration at the PBX. Called, and tells, on the call loop. */
public interface Line {
    /** Registers and stays registered until {@link #close}; comes back by itself after any loss. */
    void open();

    /** Unregisters; calls in progress are hung up. */
    void close();

    LineState state();

    Cancellable onChange(Consumer<LineState> listener);

    /** Told of words that the server passes on. */
    default Cancellable onText(Consumer<LineText> listener) {
        return () -> {};
    }

    /** Told whenever the server tells of voice messages; silent where it keeps none. */
    default Cancellable onMessages(Consumer<MessagesWaiting> listener) {
        return () -> {};
    }
}
