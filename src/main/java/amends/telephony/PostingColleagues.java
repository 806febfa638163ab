package amends.telephony;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Adds the hops of threads, as {@link PostingLine} does. */
public final class PostingColleagues implements Colleagues {
    private final Colleagues colleagues;
    private final Executor requests;
    private final Subscribers<Map<String, LineUse>> listeners = new Subscribers<>();

    /** To be made on the call loop. */
    public PostingColleagues(Colleagues colleagues, Executor requests, Executor events) {
        this.colleagues = colleagues;
        this.requests = requests;
        colleagues.onUse(uses -> events.execute(() -> listeners.publish(uses)));
    }

    @Override
    public void watch(Collection<String> extensions) {
        List<String> wanted = List.copyOf(extensions);
        requests.execute(() -> colleagues.watch(wanted));
    }

    @Override
    public Cancellable onUse(Consumer<Map<String, LineUse>> listener) {
        return listeners.add(listener);
    }
}
