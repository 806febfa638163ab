package amends.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that passes only when a test says so, and a loop that runs on the caller's thread: tasks run at once, timed
 * ones when their time comes.
 */
public final class SettableTime implements Timekeeper, Loop {
    private record Timed(long at, long order, Runnable task) {}

    private final PriorityQueue<Timed> later =
            new PriorityQueue<>(Comparator.comparingLong(Timed::at).thenComparingLong(Timed::order));
    private Instant now = Instant.parse("2026-01-05T01:00:00Z");
    private long nanos = 1;
    private long order;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        var timed = new Timed(nanos + delay.toNanos(), order++, task);
        later.add(timed);
        return () -> later.remove(timed);
    }

    /** Lets time pass on both clocks, running what falls due in its order. */
    public void pass(Duration time) {
        long until = nanos + time.toNanos();
        while (!later.isEmpty() && later.peek().at() <= until) {
            Timed next = later.poll();
            now = now.plusNanos(Math.max(0, next.at() - nanos));
            nanos = Math.max(nanos, next.at());
            next.task().run();
        }
        now = now.plusNanos(until - nanos);
        nanos = until;
    }

    /** Moves the wall clock alone, as a correction of the machine's clock does. */
    public void setWall(Instant wall) {
        now = wall;
    }
}
