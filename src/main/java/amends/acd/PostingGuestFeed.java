package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Adds a thread: what is told, is told on the listeners'. Who only listens is told of where the centre wishes so. */
public final class PostingGuestFeed implements GuestFeed {
    private final Subscribers<Optional<GuestSeen>> listeners = new Subscribers<>();

    /** @param showsListening whether agents see that somebody listens; who speaks to them is shown always */
    public PostingGuestFeed(GuestFeed feed, boolean showsListening, Executor events) {
        feed.onGuest(guest -> {
            var shown = guest.filter(g -> showsListening || g.mode() != VisitMode.LISTEN);
            events.execute(() -> listeners.publish(shown));
        });
    }

    @Override
    public Cancellable onGuest(Consumer<Optional<GuestSeen>> listener) {
        return listeners.add(listener);
    }
}
