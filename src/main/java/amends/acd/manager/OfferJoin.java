package amends.acd.manager;

import amends.acd.AcdEvent;
import amends.kernel.Loop;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the offer of a queue call to the dialog that rings here: the Call-ID of the channel that was called, how long
 * the caller waited, and whether the PBX announced the recording. Events may come in any order. Call loop.
 */
final class OfferJoin {
    private static final Logger LOG = LoggerFactory.getLogger(OfferJoin.class);
    private static final String CALL_ID = "CHANNEL(pjsip,call-id)";
    private static final String ANNOUNCED = "AMENDS_ANNOUNCED";
    private static final Set<String> YES = Set.of("1", "yes", "true");
    /** Callers whose joining is remembered. */
    private static final int CALLERS = 2_000;

    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Loop loop;
    private final Timekeeper clock;
    private final Consumer<AcdEvent> listener;
    private final BiConsumer<String, CallId> ways;
    private final Map<String, Long> joined = new LinkedHashMap<>();

    private record Offer(
            String queue, String caller, String way, String callerNumber, String channel, String called, long at) {}

    /** @param ways told of whose way through the house a call is that rings here */
    OfferJoin(Loop loop, Timekeeper clock, Consumer<AcdEvent> listener, BiConsumer<String, CallId> ways) {
        this.ways = ways;
        this.loop = loop;
        this.clock = clock;
        this.listener = listener;
    }

    void callerJoined(ManagerFrame event) {
        joinedAt(event.get("Uniqueid"), clock.nanos());
    }

    /** A caller of a queue's listing. */
    void callerWaits(ManagerFrame entry) {
        String caller = entry.get("Uniqueid");
        if (!joined.containsKey(caller))
            joinedAt(
                    caller,
                    clock.nanos() - Duration.ofSeconds(entry.number("Wait")).toNanos());
    }

    private void joinedAt(String caller, long nanos) {
        if (caller.isEmpty() || caller.length() > 150) return;
        joined.putIfAbsent(caller, nanos);
        if (joined.size() > CALLERS) joined.remove(joined.keySet().iterator().next());
    }

    void called(ManagerFrame event, ManagerDialogue link) {
        var offer = new Offer(
                PlainText.line(event.get("Queue"), 80),
                event.get("Uniqueid"),
                event.get("Linkedid").isEmpty() ? event.get("Uniqueid") : event.get("Linkedid"),
                caller(event),
                event.get("Channel"),
                event.get("DestChannel"),
                clock.nanos());
        askCallId(offer, link, 1);
    }

    /** The caller's number as shown; empty when withheld. */
    static String caller(ManagerFrame event) {
        String number = event.get("CallerIDNum");
        return number.equals("<unknown>") ? "" : PlainText.line(number, 64);
    }

    private void askCallId(Offer offer, ManagerDialogue link, int attempt) {
        link.ask(variable(offer.called(), CALL_ID), answer -> {
            String callId = answer.response().get("Value");
            if (answer.success() && !callId.isEmpty()) askAnnounced(offer, new CallId(callId), link);
            else if (answer.success() && attempt < ATTEMPTS)
                loop.after(PAUSE, () -> askCallId(offer, link, attempt + 1));
            else LOG.warn("an offer from {} has no Call-ID: {}", offer.queue(), answer.message());
        });
    }

    private void askAnnounced(Offer offer, CallId call, ManagerDialogue link) {
        link.ask(variable(offer.channel(), ANNOUNCED), answer -> {
            boolean announced = YES.contains(answer.response().get("Value").toLowerCase(java.util.Locale.ROOT));
            if (joined.containsKey(offer.caller())) publish(offer, call, announced);
            else
                link.ask(new ManagerAction("QueueStatus").with("Queue", offer.queue()), listed -> {
                    listed.items().stream()
                            .filter(e -> e.event().equals("QueueEntry"))
                            .forEach(this::callerWaits);
                    publish(offer, call, announced);
                });
        });
    }

    private static ManagerAction variable(String channel, String name) {
        return new ManagerAction("Getvar").with("Channel", channel).with("Variable", name);
    }

    private void publish(Offer offer, CallId call, boolean announced) {
        long waited = Optional.ofNullable(joined.get(offer.caller()))
                .map(from -> Math.max(0, offer.at() - from))
                .orElse(0L);
        LOG.info("{} is offered from queue {}", call, offer.queue());
        listener.accept(new AcdEvent.QueueCallOffered(
                call, offer.queue(), offer.callerNumber(), Duration.ofNanos(waited), announced));
        ways.accept(offer.way(), call);
    }
}
