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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The link to an Asterisk, or to whatever speaks its manager protocol, for one agent. Lives on the call loop. */
public final class ManagerAcdLink implements AcdLink {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerAcdLink.class);
    private static final Duration PING = Duration.ofSeconds(15);
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
            "AgentRingNoAnswer");

    private final ManagerSettings settings;
    private final Loop loop;
    private final RetryDelay delay;
    private final QueueSeat seat;
    private final OfferJoin offers;
    private final QueueWatch queues;
    private final Subscribers<AcdEvent> listeners = new Subscribers<>();
    private Attempt current;
    private Cancellable retry = () -> {};
    private String lastReason = "";

    public ManagerAcdLink(ManagerSettings settings, Loop loop, Timekeeper clock) {
        this(settings, loop, clock, RandomGenerator.getDefault());
    }

    ManagerAcdLink(ManagerSettings settings, Loop loop, Timekeeper clock, RandomGenerator random) {
        this.settings = settings;
        this.loop = loop;
        delay = new RetryDelay(random);
        seat = new QueueSeat(clock, listeners::publish);
        offers = new OfferJoin(loop, clock, listeners::publish);
        queues = new QueueWatch(loop, clock, listeners::publish);
    }

    @Override
    public void open() {
        if (current == null) connect();
    }

    private void connect() {
        current = new Attempt();
        current.socket.open();
    }

    @Override
    public void close() {
        retry.cancel();
        Attempt closing = current;
        current = null;
        if (closing == null) return;
        queues.stop();
        seat.leave(closing.link());
        closing.leave();
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
        return Optional.ofNullable(current).flatMap(Attempt::link);
    }

    private static boolean wanted(ManagerFrame frame) {
        return frame.isResponse() || !frame.get("ActionID").isEmpty() || EVENTS.contains(frame.event());
    }

    private void happened(ManagerFrame event, ManagerDialogue link) {
        switch (event.event()) {
            case "FullyBooted" -> seat.booted(link);
            case "QueueCallerJoin" -> offers.callerJoined(event);
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

    private void lost(String reason, Duration wait) {
        queues.stop();
        LOG.warn("{}; again in {} ms", reason, wait.toMillis());
        if (!reason.equals(lastReason)) listeners.publish(new AcdEvent.LinkDown(reason));
        lastReason = reason;
        retry = loop.after(wait, this::connect);
    }

    /** One connection from its opening to its end; what a later one replaced stays silent. */
    private final class Attempt implements ManagerSocket.Listener {
        private final ManagerSocket socket = new ManagerSocket(settings, loop, ManagerAcdLink::wanted, this);
        private final ManagerDialogue dialogue = new ManagerDialogue(loop, socket);
        private boolean up;
        private boolean refused;
        private Cancellable ping = () -> {};

        Optional<ManagerDialogue> link() {
            return up ? Optional.of(dialogue) : Optional.empty();
        }

        void leave() {
            ping.cancel();
            if (up) {
                socket.send(new ManagerAction("Logoff"));
                socket.finish();
            } else socket.close("closed");
        }

        @Override
        public void connected() {
            if (current != this) return;
            var login = new ManagerAction("Login")
                    .with("Username", settings.user())
                    .with("Secret", settings.secret())
                    .with("Events", "system,agent");
            dialogue.ask(login, this::loggedIn);
        }

        private void loggedIn(ManagerAnswer answer) {
            if (current != this) return;
            if (!answer.success()) {
                refused = answer.response().isResponse();
                socket.close(
                        refused
                                ? "the manager protocol refuses user " + settings + ": "
                                        + PlainText.line(answer.message(), 100)
                                : answer.message());
                return;
            }
            up = true;
            lastReason = "";
            LOG.info("the manager protocol is up as {}", settings);
            listeners.publish(new AcdEvent.LinkUp());
            seat.tellAll(dialogue);
            listWaiting();
            queues.start(dialogue);
            ping = loop.after(PING, this::ping);
        }

        /** Callers who joined before this desk listened. */
        private void listWaiting() {
            dialogue.ask(
                    new ManagerAction("QueueStatus"),
                    listed -> listed.items().stream()
                            .filter(e -> e.event().equals("QueueEntry"))
                            .forEach(offers::callerWaits));
        }

        private void ping() {
            dialogue.ask(new ManagerAction("Ping"), answer -> {
                if (current != this) return;
                if (!answer.success()) socket.close("the manager protocol does not answer any more");
                else {
                    delay.reset();
                    ping = loop.after(PING, this::ping);
                }
            });
        }

        @Override
        public void frame(ManagerFrame frame) {
            if (current != this) return;
            if (!dialogue.take(frame) && up) happened(frame, dialogue);
        }

        @Override
        public void closed(String reason) {
            ping.cancel();
            up = false;
            dialogue.end();
            if (current != this) return;
            lost(PlainText.line(reason, 200), refused ? delay.afterRefusal() : delay.next());
        }
    }
}
