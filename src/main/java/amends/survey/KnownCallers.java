package amends.survey;

import amends.contact.Contact;
import amends.customer.CustomerProfile;
import amends.customer.PopState;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The customers that this desk has shown for its latest calls: who is asked needs no look of its own at a customer. Any
 * thread.
 */
public final class KnownCallers implements Consumer<PopState> {
    private static final int MOST = 64;
    private final Map<UUID, CustomerProfile> profiles = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<UUID> order = new ConcurrentLinkedQueue<>();

    @Override
    public void accept(PopState shown) {
        if (!(shown instanceof PopState.Known known)) return;
        UUID customer = known.profile().id();
        if (profiles.put(customer, known.profile()) == null) order.add(customer);
        while (profiles.size() > MOST) profiles.remove(order.remove());
    }

    /** Empty also after a restart of the desk. */
    Optional<CustomerProfile> of(Contact contact) {
        return contact.customer().map(profiles::get);
    }
}
