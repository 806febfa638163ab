package amends.acd;

import amends.kernel.Cancellable;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells which lead is in a call of this desk. */
public interface GuestFeed {
    /** Told whenever a lead comes into a call, changes their way, or goes. */
    Cancellable onGuest(Consumer<Optional<GuestSeen>> listener);
}
