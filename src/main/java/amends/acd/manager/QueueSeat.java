package amends.acd.manager;

import amends.acd.AcdEvent;
import amends.acd.PauseReason;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's membership of the queues: the last wish, told whenever there is a link, and what others do to it.
 * Call loop.
 */
final class QueueSeat {
    /** @param reason of the pause; empty when there is none */
    record Standing(boolean paused, String reason) {
        static final Standing READY = new Standing(false, "");
    }

    private record Seat(String queueInterface, String memberName, List<String> queues) {}

    private record Told(String queue, Standing standing, long at) {}

    private static final Logger LOG = LoggerFactory.getLogger(QueueSeat.class);
    /** An event that comes later than this after our request is somebody else's. */
    private static final long OURS_NANOS = Duration.ofSeconds(5).toNanos();

    private static final String REMOVED = "RemovedFromQueue";

    private final Timekeeper clock;
    private final Consumer<AcdEvent> listener;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Long> leaving = new HashMap<>();
    private Optional<Seat> seat = Optional.empty();
    private Standing wish = Standing.READY;
    private boolean incomplete;

    QueueSeat(Timekeeper clock, Consumer<AcdEvent> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** @param link empty while it is down */
    void take(String queueInterface, String memberName, List<String> queues, Optional<ManagerDialogue> link) {
        seat = Optional.of(new Seat(queueInterface, memberName, List.copyOf(queues)));
        wish = new Standing(true, PauseReason.write(amends.acd.AgentState.Reason.SIGNED_IN));
        link.ifPresent(this::tellAll);
    }

    void leave(Optional<ManagerDialogue> link) {
        Optional<Seat> left = seat;
        seat = Optional.empty();
        standings.clear();
        told.clear();
        if (left.isPresent() && link.isPresent())
            for (String queue : left.get().queues()) remove(left.get(), queue, link.get());
    }

    private void remove(Seat left, String queue, ManagerDialogue link) {
        leaving.put(queue, clock.nanos());
        var action = new ManagerAction("QueueRemove").with("Queue", queue).with("Interface", left.queueInterface());
        link.ask(action, answer -> {
            if (!answer.success()) LOG.info("leaving queue {}: {}", queue, answer.message());
        });
    }

    void stand(Standing standing, Optional<ManagerDialogue> link) {
        wish = standing;
        if (seat.isEmpty() || link.isEmpty()) return;
        for (String queue : seat.get().queues()) pause(seat.get(), queue, link.get());
    }

    /** Says all of the wish again, as after a new connection. */
    void tellAll(ManagerDialogue link) {
        incomplete = false;
        seat.ifPresent(s -> s.queues().forEach(queue -> add(s, queue, link)));
    }

    /** The distributor has finished starting; what it did not know yet is said again. */
    void booted(ManagerDialogue link) {
        if (incomplete) tellAll(link);
    }

    private void add(Seat s, String queue, ManagerDialogue link) {
        var action = new ManagerAction("QueueAdd")
                .with("Queue", queue)
                .with("Interface", s.queueInterface())
                .with("MemberName", s.memberName())
                .with("Penalty", "0")
                .with("Paused", Boolean.toString(wish.paused()))
                .with("StateInterface", s.queueInterface());
        link.ask(action, answer -> {
            boolean there = answer.success() || answer.message().contains("Already there");
            if (!there) refused(queue, answer.message());
            else if (seat.equals(Optional.of(s))) pause(s, queue, link);
        });
    }

    private void refused(String queue, String why) {
        incomplete = true;
        LOG.warn("joining queue {} was refused: {}", queue, PlainText.line(why, 200));
    }

    private void pause(Seat s, String queue, ManagerDialogue link) {
        Standing standing = wish;
        remember(queue, standing);
        var action = new ManagerAction("QueuePause")
                .with("Queue", queue)
                .with("Interface", s.queueInterface())
                .with("Paused", Boolean.toString(standing.paused()));
        if (standing.paused()) action.with("Reason", standing.reason());
        link.ask(action, answer -> {
            if (answer.success() || !seat.equals(Optional.of(s))) return;
            if (answer.message().contains("not found")) add(s, queue, link);
            else LOG.warn("QueuePause was refused: {}", PlainText.line(answer.message(), 200));
        });
    }

    private void remember(String queue, Standing standing) {
        standings.put(queue, standing);
        told.removeIf(t -> clock.nanos() - t.at() > OURS_NANOS);
        told.add(new Told(queue, standing, clock.nanos()));
    }

    /** Whether the agent sits in this queue. */
    boolean serves(String queue) {
        return seat.filter(s -> s.queues().contains(queue)).isPresent();
    }

    boolean isOurs(ManagerFrame event) {
        return seat.isPresent()
                && event.is("Interface", seat.get().queueInterface())
                && seat.get().queues().contains(event.get("Queue"));
    }

    void paused(ManagerFrame event) {
        String queue = event.get("Queue");
        boolean paused = event.is("Paused", "1") || event.is("Paused", "true");
        var standing = paused ? new Standing(true, PlainText.line(event.get("PausedReason"), 80)) : Standing.READY;
        if (wasOurs(queue, standing)) return;
        standings.put(queue, standing);
        changedByOthers();
    }

    private boolean wasOurs(String queue, Standing standing) {
        for (Told t : told) {
            if (!t.queue().equals(queue) || !t.standing().equals(standing)) continue;
            boolean recent = clock.nanos() - t.at() <= OURS_NANOS;
            told.remove(t);
            if (recent) return true;
            break;
        }
        return standing.equals(standings.get(queue));
    }

    /** Somebody took the agent out of a queue. The next wish brings it back. */
    void removed(String queue) {
        Long left = leaving.remove(queue);
        if (left != null && clock.nanos() - left <= OURS_NANOS) return;
        standings.put(queue, new Standing(true, REMOVED));
        changedByOthers();
    }

    /** Ready in any queue is ready. */
    private void changedByOthers() {
        var now = standings.values().stream()
                .filter(s -> !s.paused())
                .findAny()
                .or(() ->
                        standings.values().stream().filter(s -> !s.equals(wish)).findAny())
                .orElse(wish);
        if (now.equals(wish)) return;
        wish = now;
        listener.accept(new AcdEvent.AvailabilityChanged(!now.paused(), now.reason()));
    }
}
