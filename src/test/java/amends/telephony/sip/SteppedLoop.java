package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A call loop on stepped time. When a timer of the phone's that was set for long goes off, it is a sign of life that the
 * phone gives; time stands until the far end has answered it and the next one is set, so that nothing depends on how long
 * a message takes.
 */
final class SteppedLoop implements Loop, SteppedTime.Part {
    private static final Duration LONG = Duration.ofSeconds(40);
    private final SteppedTime time;
    private final SteppedTime.Crystal clock;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timed> later =
            new PriorityQueue<>(Comparator.comparingLong(Timed::due).thenComparingLong(Timed::order));
    private long order;
    private int longSet;

    /** @param due in true nanoseconds */
    private record Timed(long due, long order, boolean isLong, Runnable task) {}

    SteppedLoop(SteppedTime time, SteppedTime.Crystal clock) {
        this.time = time;
        this.clock = clock;
        time.add(this);
    }

    /** Any thread. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        boolean isLong = delay.compareTo(LONG) >= 0;
        if (isLong) longSet++;
        var timed = new Timed(clock.when(clock.nanos() + delay.toNanos()), order++, isLong, task);
        later.add(timed);
        return () -> later.remove(timed);
    }

    @Override
    public long due() {
        if (!tasks.isEmpty()) return time.now();
        return later.isEmpty() ? Long.MAX_VALUE : later.peek().due();
    }

    @Override
    public void happen() {
        if (stir()) return;
        Timed timed = later.poll();
        if (timed == null) return;
        int before = longSet;
        timed.task().run();
        if (timed.isLong()) time.until("the next sign of life is set", () -> longSet > before);
    }

    @Override
    public boolean stir() {
        Runnable task = tasks.poll();
        if (task != null) task.run();
        return task != null;
    }

    /** What is set for later. */
    int waiting() {
        return later.size();
    }
}
