package amends.desktop;

import amends.customer.OutsideFeed;
import amends.customer.OutsideLine;
import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Other systems that say what a test gives them. */
public final class FakeOutside implements OutsideFeed {
    public final List<String> sources = new ArrayList<>();
    public final List<CallId> opened = new ArrayList<>();
    public boolean hasPage;
    private final Map<CallId, List<OutsideLine>> lines = new HashMap<>();
    private final Subscribers<CallId> subscribers = new Subscribers<>();

    public void says(CallId call, OutsideLine... said) {
        lines.put(call, List.of(said));
        subscribers.publish(call);
    }

    @Override
    public List<String> sources() {
        return sources;
    }

    @Override
    public List<OutsideLine> of(CallId call) {
        return lines.getOrDefault(call, List.of());
    }

    @Override
    public Cancellable onLines(Consumer<CallId> listener) {
        return subscribers.add(listener);
    }

    @Override
    public boolean hasPage(CallId call) {
        return hasPage;
    }

    @Override
    public void openPage(CallId call) {
        opened.add(call);
    }
}
