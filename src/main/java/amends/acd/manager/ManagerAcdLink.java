package amends.acd.manager;

import amends.acd.AcdEvent;
import amends.acd.AcdLink;
import amends.acd.AgentState;
import amends.acd.PauseReason;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PlainText;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The link to an Asterisk, or to whatever speaks its manager protocol, for one agent. Lives on the call loop. */
public final class ManagerAcdLink implements AcdLink {
    /** What a desk hears of, everything else stays on the reading thread. */
    private static final Set<String> EVENTS = Set.of(
            "FullyBooted",
            "QueueCallerJoin",
            "QueueCallerLeave",
            "QueueCallerAbandon",
            "QueueMemberAdded",
            "QueueMemberRemoved",
            "QueueMemberPause",
            "QueueMemberStatus",
            "AgentCalled",
            "AgentConnect",
            "AgentComplete",
            "AgentRingNoAnswer",
            "BlindTransfer",
            "AttendedTransfer");

    private final ManagerSettings settings;
    private final ManagerConnection connection;
    private final QueueSeat seat;
    private final OfferJoin offers;
    private final QueueWatch queues;
    private final WayWatch ways;
    private final Subscribers<AcdEvent> listeners = new Subscribers<>();
    private String lastReason = "";

    public ManagerAcdLink(ManagerSettings settings, Loop loop, Timekeeper clock) {
        this(settings, loop, clock, RandomGenerator.getDefault());
    }

    ManagerAcdLink(ManagerSettings settings, Loop loop, Timekeeper clock, RandomGenerator random) {
        this.settings = settings;
        connection = new ManagerConnection(settings, loop, EVENTS, random, new Connected());
        seat = new QueueSeat(clock, listeners::publish);
        ways = new WayWatch(listeners::publish);
        offers = new OfferJoin(loop, clock, listeners::publish, ways::offered);
        queues = new QueueWatch(loop, clock, listeners::publish);
    }

    @Override
    public void open() {
        connection.open();
    }

    @Override
    public void close() {
        queues.stop();
        seat.leave(link());
        connection.close();
    }

    @Override
    public void logOn(String extension, String memberName, List<String> names) {
        seat.take(settings.interfaceOf(extension), memberName, names, link());
        queues.watch(names);
    }

    @Override
    public void logOff() {
        seat.leave(link());
        queues.watch(List.of());
    }

    @Override
    public void ready() {
        seat.stand(QueueSeat.Standing.READY, link());
    }

    @Override
    public void notReady(AgentState.Reason reason) {
        seat.stand(new QueueSeat.Standing(true, PauseReason.write(reason)), link());
    }

    @Override
    public void workingAfterCall() {
        seat.stand(new QueueSeat.Standing(true, PauseReason.AFTER_CALL_WORK), link());
    }

    @Override
    public Cancellable onEvent(Consumer<AcdEvent> listener) {
        return listeners.add(listener);
    }

    private Optional<ManagerDialogue> link() {
        return connection.link();
    }

    private final class Connected implements ManagerConnection.Listener {
        @Override
        public void up(ManagerDialogue link) {
            lastReason = "";
            listeners.publish(new AcdEvent.LinkUp());
            seat.tellAll(link);
            listWaiting(link);
            queues.start(link);
        }

        @Override
        public void happened(ManagerFrame event, ManagerDialogue link) {
            ManagerAcdLink.this.happened(event, link);
        }

        @Override
        public void down(String reason, Duration again) {
            queues.stop();
            if (!reason.equals(lastReason)) listeners.publish(new AcdEvent.LinkDown(reason));
            lastReason = reason;
        }
    }

    /** Callers who joined before this desk listened. */
    private void listWaiting(ManagerDialogue link) {
        link.ask(
                new ManagerAction("QueueStatus"),
                listed -> listed.items().stream()
                        .filter(e -> e.event().equals("QueueEntry"))
                        .forEach(offers::callerWaits));
    }

    private void happened(ManagerFrame event, ManagerDialogue link) {
        switch (event.event()) {
            case "FullyBooted" -> seat.booted(link);
            case "QueueCallerJoin" -> {
                offers.callerJoined(event);
                ways.joined(event);
            }
            case "BlindTransfer", "AttendedTransfer" -> ways.transferred(event);
            case "QueueCallerAbandon" -> abandoned(event);
            case "QueueMemberPause" -> ifOurs(event, () -> seat.paused(event));
            case "QueueMemberRemoved" -> ifOurs(event, () -> seat.removed(event.get("Queue")));
            case "AgentCalled" -> ifOurs(event, () -> offers.called(event, link));
            case "AgentRingNoAnswer" ->
                ifOurs(
                        event,
                        () -> listeners.publish(new AcdEvent.RingNoAnswer(PlainText.line(event.get("Queue"), 80))));
            default -> {}
        }
        queues.changed();
    }

    private void abandoned(ManagerFrame event) {
        if (!seat.serves(event.get("Queue"))) return;
        listeners.publish(new AcdEvent.QueueCallAbandoned(
                PlainText.line(event.get("Queue"), 80),
                OfferJoin.caller(event),
                Duration.ofSeconds(Math.max(0, event.number("HoldTime"))),
                PlainText.line(event.get("Uniqueid"), 150)));
    }

    private void ifOurs(ManagerFrame event, Runnable task) {
        if (seat.isOurs(event)) task.run();
    }
}
