package amends.acd.manager;

import amends.acd.AcdEvent;
import amends.acd.QueueStatus;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The queues as they stand: asked for at the start, after each event of a queue but at most once a second, and now
 * and then besides, as waiting grows without an event. Call loop.
 */
final class QueueWatch {
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final Duration WITH_CALLERS = Duration.ofSeconds(5);
    private static final Duration WITHOUT = Duration.ofSeconds(30);

    private final Loop loop;
    private final Timekeeper clock;
    private final Consumer<AcdEvent> listener;
    private final Map<String, QueueStatus> last = new HashMap<>();
    private List<String> queues = List.of();
    private ManagerDialogue link;
    private Cancellable next = () -> {};
    private boolean soon;
    private long asked = Long.MIN_VALUE / 2;

    QueueWatch(Loop loop, Timekeeper clock, Consumer<AcdEvent> listener) {
        this.loop = loop;
        this.clock = clock;
        this.listener = listener;
    }

    void watch(List<String> names) {
        queues = List.copyOf(names);
        last.keySet().retainAll(queues);
        changed();
    }

    void start(ManagerDialogue dialogue) {
        link = dialogue;
        changed();
    }

    void stop() {
        link = null;
        soon = false;
        next.cancel();
    }

    /** Something happened in a queue. */
    void changed() {
        if (link == null || soon) return;
        soon = true;
        next.cancel();
        long wait = asked + AT_MOST_EVERY.toNanos() - clock.nanos();
        next = loop.after(Duration.ofNanos(Math.max(0, wait)), this::ask);
    }

    private void ask() {
        soon = false;
        if (link == null) return;
        asked = clock.nanos();
        for (String queue : queues)
            link.ask(
                    new ManagerAction("QueueSummary").with("Queue", queue),
                    answer -> answer.items().stream()
                            .filter(item -> item.get("Queue").equals(queue))
                            .forEach(item -> take(queue, item)));
        boolean callers = last.values().stream().anyMatch(q -> q.waiting() > 0);
        next = loop.after(callers ? WITH_CALLERS : WITHOUT, this::ask);
    }

    private void take(String queue, ManagerFrame summary) {
        var status = new QueueStatus(
                queue,
                (int) summary.number("Callers"),
                Duration.ofSeconds(summary.number("LongestHoldTime")),
                (int) summary.number("Available"),
                (int) summary.number("LoggedIn"));
        if (status.equals(last.put(queue, status))) return;
        listener.accept(new AcdEvent.QueueChanged(status));
    }
}
