package amends.acd.manager;

import amends.acd.AcdEvent;
import amends.kernel.PlainText;
import amends.telephony.CallId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows callers on their way through the house, and counts how often each was passed on: from one queue to another,
 * and by a transfer, blind or attended. A way is what the PBX links together. Call loop.
 */
final class WayWatch {
    /** Ways that are remembered; a busy house has some hundred at once. */
    private static final int MOST_WAYS = 2_000;

    private static final int MOST_NAME = 150;
    private final Consumer<AcdEvent> listener;
    private final Map<String, Way> ways = new LinkedHashMap<>();

    private static final class Way {
        private String queue = "";
        private String number = "";
        private int passedOn;
        /** The queue that a transfer leads into was counted with the transfer. */
        private boolean transferred;
    }

    WayWatch(Consumer<AcdEvent> listener) {
        this.listener = listener;
    }

    void joined(ManagerFrame event) {
        String name = event.get("Linkedid").isEmpty() ? event.get("Uniqueid") : event.get("Linkedid");
        Way way = way(name, OfferJoin.caller(event));
        if (way == null) return;
        String queue = event.get("Queue");
        boolean further = !way.queue.isEmpty() && !way.queue.equals(queue) && !way.transferred;
        way.queue = queue;
        way.transferred = false;
        if (further) passedOn(name, way);
    }

    /** Of {@code BlindTransfer} and {@code AttendedTransfer}. */
    void transferred(ManagerFrame event) {
        if (!event.get("Result").equalsIgnoreCase("Success")) return;
        String name = first(
                event.get("TransfereeLinkedid"), event.get("OrigTransfererLinkedid"), event.get("TransfererLinkedid"));
        Way way = way(name, PlainText.line(event.get("TransfereeCallerIDNum"), 64));
        if (way == null) return;
        way.transferred = true;
        passedOn(name, way);
    }

    /** A call of this way rings here. */
    void offered(String name, CallId call) {
        Way way = ways.get(name);
        if (way != null && way.passedOn > 0)
            listener.accept(new AcdEvent.CallPassedOn(named(name), way.number, way.passedOn, Optional.of(call)));
    }

    private void passedOn(String name, Way way) {
        way.passedOn++;
        listener.accept(new AcdEvent.CallPassedOn(named(name), way.number, way.passedOn, Optional.empty()));
    }

    private Way way(String name, String number) {
        if (name.isEmpty() || name.length() > MOST_NAME) return null;
        Way way = ways.computeIfAbsent(name, n -> new Way());
        if (way.number.isEmpty() && !number.equals("<unknown>")) way.number = number;
        if (ways.size() > MOST_WAYS) ways.remove(ways.keySet().iterator().next());
        return way;
    }

    private static String named(String name) {
        return PlainText.line(name, MOST_NAME);
    }

    private static String first(String... names) {
        for (String name : names) if (!name.isEmpty()) return name;
        return "";
    }
}
