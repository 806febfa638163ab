package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Adds the hops of threads: wishes go to the call loop, states come back on the listeners'. */
public final class PostingVisiting implements Visiting {
    private final Visiting visiting;
    private final Executor requests;
    private final Subscribers<VisitState> listeners = new Subscribers<>();
    private VisitState seen;

    /** To be made on the call loop. @param events the screen's thread, for instance: owns all of this */
    public PostingVisiting(Visiting visiting, Executor requests, Executor events) {
        this.visiting = visiting;
        this.requests = requests;
        seen = visiting.state();
        visiting.onState(now -> events.execute(() -> {
            seen = now;
            listeners.publish(now);
        }));
    }

    @Override
    public void want(String extension, VisitMode mode) {
        requests.execute(() -> visiting.want(extension, mode));
    }

    @Override
    public void leave() {
        requests.execute(visiting::leave);
    }

    @Override
    public VisitState state() {
        return seen;
    }

    @Override
    public Cancellable onState(Consumer<VisitState> listener) {
        return listeners.add(listener);
    }
}
