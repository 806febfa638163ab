package amends.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear of events of one kind, told in the order in which they subscribed, on the thread that
 * publishes. One that throws is logged; the others are still told.
 */
public final class Subscribers<E> {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);
    private final List<Consumer<? super E>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener; cancelling the answer removes it. Any thread. */
    public Cancellable add(Consumer<? super E> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(E event) {
        for (Consumer<? super E> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on {}", event, e);
            }
        }
    }
}
