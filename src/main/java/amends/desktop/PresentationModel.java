package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;

/** What a panel shows, without the panel. Used on one thread only: the event dispatch thread. */
public abstract class PresentationModel {
    private final Subscribers<PresentationModel> views = new Subscribers<>();

    /** The view is told after every change, never during one. */
    public final Cancellable listen(Runnable view) {
        return views.add(changed -> view.run());
    }

    protected final void changed() {
        views.publish(this);
    }
}
