package amends.desktop.team;

import amends.acd.Board;
import amends.acd.QueueFigures;
import amends.acd.ServiceLevel;
import amends.acd.Since;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All queues together.
 *
 * @param longest the queue whose caller waits for longest; empty when nobody waits
 * @param from since when all of them count; empty when there is no queue
 * @param level of the queues that have a threshold; its threshold is the longest of theirs
 */
record TeamTotals(
        int waiting,
        Optional<QueueFigures> longest,
        int answered,
        int abandoned,
        Optional<Instant> from,
        Optional<ServiceLevel> level) {

    static TeamTotals of(Board board) {
        List<QueueFigures> queues = board.queues();
        return new TeamTotals(
                queues.stream().mapToInt(QueueFigures::waiting).sum(),
                queues.stream()
                        .filter(q -> q.longest().isPresent())
                        .reduce((a, b) -> joined(a) - joined(b) <= 0 ? a : b),
                queues.stream().mapToInt(QueueFigures::answered).sum(),
                queues.stream().mapToInt(QueueFigures::abandoned).sum(),
                queues.stream().map(QueueFigures::from).max(Comparator.naturalOrder()),
                queues.stream()
                        .flatMap(q -> q.level().stream())
                        .reduce((a, b) -> new ServiceLevel(
                                a.prompt() + b.prompt(), a.calls() + b.calls(), longer(a.threshold(), b.threshold()))));
    }

    private static long joined(QueueFigures queue) {
        return queue.longest().map(Since::nanos).orElse(0L);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
