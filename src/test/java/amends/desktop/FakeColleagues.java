package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.Colleagues;
import amends.telephony.LineUse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Telephones that do what a test says. */
public final class FakeColleagues implements Colleagues {
    private final Subscribers<Map<String, LineUse>> listeners = new Subscribers<>();
    public List<String> watched = List.of();

    public void are(Map<String, LineUse> uses) {
        listeners.publish(uses);
    }

    @Override
    public void watch(Collection<String> extensions) {
        watched = List.copyOf(extensions);
    }

    @Override
    public Cancellable onUse(Consumer<Map<String, LineUse>> listener) {
        return listeners.add(listener);
    }
}
