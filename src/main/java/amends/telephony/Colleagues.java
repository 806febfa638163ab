package amends.telephony;

import amends.kernel.Cancellable;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** What the telephones of the house do, as far as the exchange tells. Called, and tells, on the call loop. */
public interface Colleagues {
    /** Watches these extensions from now on, and no others. */
    void watch(Collection<String> extensions);

    /** Told all that is known whenever something of it changes: what an extension does, by its name. */
    Cancellable onUse(Consumer<Map<String, LineUse>> listener);
}
