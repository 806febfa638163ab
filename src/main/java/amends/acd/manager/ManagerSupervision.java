package amends.acd.manager;

import amends.acd.Board;
import amends.acd.BoardEvent;
import amends.acd.BoardFold;
import amends.acd.Supervision;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All queues and agents of an Asterisk, or of whatever speaks its manager protocol, over a connection of its own. Lists
 * everything at the start and once a minute, and follows the events in between. Lives on a loop of its own, so that a
 * busy day of the whole team costs the lead's own calls nothing.
 */
public final class ManagerSupervision implements Supervision {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerSupervision.class);
    private static final Duration ANEW = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    /** Changes that come closer together are told together. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private final Loop loop;
    private final Timekeeper time;
    private final Set<String> queues;
    private final ManagerConnection connection;
    private final BoardFold fold;
    private final Subscribers<Board> listeners = new Subscribers<>();
    private final List<BoardEvent> held = new ArrayList<>();
    private Optional<Instant> began = Optional.empty();
    private boolean listing;
    private boolean soon;
    private Cancellable next = () -> {};
    private volatile Board board = Board.EMPTY;

    /** @param queues those of interest; none: all there are */
    public ManagerSupervision(ManagerSettings settings, List<String> queues, ZoneId zone, Loop loop, Timekeeper time) {
        this(settings, queues, zone, loop, time, RandomGenerator.getDefault());
    }

    ManagerSupervision(
            ManagerSettings settings,
            List<String> queues,
            ZoneId zone,
            Loop loop,
            Timekeeper time,
            RandomGenerator random) {
        this.loop = loop;
        this.time = time;
        this.queues = Set.copyOf(queues);
        fold = new BoardFold(time, zone, settings::extensionOf);
        connection = new ManagerConnection(settings, loop, BoardReading.EVENTS, random, new Connected());
    }

    @Override
    public void open() {
        loop.execute(connection::open);
    }

    @Override
    public void close() {
        loop.execute(() -> {
            next.cancel();
            connection.close();
        });
    }

    @Override
    public Board board() {
        return board;
    }

    @Override
    public Cancellable onBoard(Consumer<Board> listener) {
        return listeners.add(listener);
    }

    private final class Connected implements ManagerConnection.Listener {
        @Override
        public void up(ManagerDialogue link) {
            began = Optional.empty();
            list(link);
        }

        @Override
        public void happened(ManagerFrame event, ManagerDialogue link) {
            if (event.event().equals("FullyBooted")) booted(event, link);
            else if (isOurs(BoardReading.queue(event)))
                BoardReading.event(event).ifPresent(ManagerSupervision.this::heard);
        }

        @Override
        public void down(String reason, Duration again) {
            next.cancel();
            listing = false;
            held.clear();
            take(new BoardEvent.LinkDown(reason));
        }
    }

    private boolean isOurs(String queue) {
        return queues.isEmpty() || queues.contains(queue);
    }

    /** Comes right after signing in, or once a distributor that is still starting knows its queues. */
    private void booted(ManagerFrame event, ManagerDialogue link) {
        BoardReading.decimal(event.get("Uptime"))
                .ifPresent(up -> began = Optional.of(time.now().minus(Duration.ofSeconds((long) up))));
        if (!listing) list(link);
    }

    /** What happens while the list comes may or may not be in it: it is taken afterwards. */
    private void heard(BoardEvent event) {
        if (listing) held.add(event);
        else take(event);
    }

    private void list(ManagerDialogue link) {
        next.cancel();
        listing = true;
        link.ask(new ManagerAction("Ping"), clock -> {
            double now = BoardReading.decimal(clock.response().get("Timestamp"))
                    .orElse(time.now().toEpochMilli() / 1000.0);
            link.ask(new ManagerAction("QueueStatus"), answer -> listed(answer, now, link));
        });
    }

    private void listed(ManagerAnswer answer, double now, ManagerDialogue link) {
        if (!connection.link().equals(Optional.of(link))) return;
        listing = false;
        if (answer.success()) {
            var all = BoardReading.listings(answer.items(), now).stream()
                    .filter(q -> isOurs(q.queue()))
                    .toList();
            take(new BoardEvent.LinkUp());
            take(new BoardEvent.Listed(all, began));
        } else LOG.warn("the queues were not listed: {}", answer.message());
        held.forEach(this::take);
        held.clear();
        next = loop.after(answer.success() ? untilNext() : SOON, () -> list(link));
    }

    private Duration untilNext() {
        Duration midnight = fold.untilMidnight();
        return midnight.compareTo(ANEW) < 0 ? midnight : ANEW;
    }

    private void take(BoardEvent event) {
        fold.take(event);
        board = fold.board();
        if (soon) return;
        soon = true;
        loop.after(TOGETHER, () -> {
            soon = false;
            listeners.publish(board);
        });
    }
}
