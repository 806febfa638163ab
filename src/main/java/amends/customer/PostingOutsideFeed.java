package amends.customer;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The feed for another thread than the call loop; answers from what was told last. */
public final class PostingOutsideFeed implements OutsideFeed {
    private static final int MOST_SHOWN = 64;
    private final OutsideFeed feed;
    private final Executor calls;
    private final Executor listeners;
    private final Map<CallId, Shown> shown = new ConcurrentHashMap<>();

    private record Shown(List<OutsideLine> lines, boolean hasPage) {}

    /** Made on the call loop. @param calls the call loop @param listeners where it is told, for instance the EDT */
    public PostingOutsideFeed(OutsideFeed feed, Executor calls, Executor listeners) {
        this.feed = feed;
        this.calls = calls;
        this.listeners = listeners;
        feed.onLines(this::keep);
    }

    private void keep(CallId call) {
        if (shown.size() > MOST_SHOWN)
            shown.keySet().removeIf(one -> feed.of(one).isEmpty());
        shown.put(call, new Shown(feed.of(call), feed.hasPage(call)));
    }

    @Override
    public List<String> sources() {
        return feed.sources();
    }

    @Override
    public List<OutsideLine> of(CallId call) {
        return shown.getOrDefault(call, new Shown(List.of(), false)).lines();
    }

    @Override
    public Cancellable onLines(Consumer<CallId> listener) {
        return feed.onLines(call -> listeners.execute(() -> listener.accept(call)));
    }

    @Override
    public boolean hasPage(CallId call) {
        return shown.getOrDefault(call, new Shown(List.of(), false)).hasPage();
    }

    @Override
    public void openPage(CallId call) {
        calls.execute(() -> feed.openPage(call));
    }
}
