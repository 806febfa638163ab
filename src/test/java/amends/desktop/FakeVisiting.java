package amends.desktop;

import amends.acd.VisitMode;
import amends.acd.VisitState;
import amends.acd.Visiting;
import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A way into live calls that does what a test says. */
public final class FakeVisiting implements Visiting {
    public final List<String> wishes = new ArrayList<>();
    private final Subscribers<VisitState> listeners = new Subscribers<>();
    private VisitState state = VisitState.NONE;

    public void becomes(VisitState now) {
        state = now;
        listeners.publish(now);
    }

    @Override
    public void want(String extension, VisitMode mode) {
        wishes.add(mode + " " + extension);
    }

    @Override
    public void leave() {
        wishes.add("leave");
    }

    @Override
    public VisitState state() {
        return state;
    }

    @Override
    public Cancellable onState(Consumer<VisitState> listener) {
        return listeners.add(listener);
    }
}
