package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PlatformLoop;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A loop on which what is to be done later is done when a test says that the time has passed. */
final class StandingLoop implements Loop {
    private final PlatformLoop loop;
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::due).thenComparingLong(Later::order));
    private final BlockingQueue<Duration> set = new LinkedBlockingQueue<>();
    private long now;
    private long order;

    private record Later(long due, long order, Runnable task) {}

    StandingLoop(PlatformLoop loop) {
        this.loop = loop;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    /** On the loop, as all of the phone's. */
    @Override
    public Cancellable after(Duration delay, Runnable task) {
        var entry = new Later(now + delay.toNanos(), order++, task);
        later.add(entry);
        set.add(delay);
        return () -> later.remove(entry);
    }

    /** Waits until something is set for so much later. */
    void awaitSet(Duration delay) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            Duration next;
            do {
                next = set.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                assertThat(next).as("waiting for what is due in " + delay).isNotNull();
            } while (!next.equals(delay));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void pass(Duration time) {
        CompletableFuture.runAsync(() -> passed(time), loop)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private void passed(Duration time) {
        long until = now + time.toNanos();
        while (!later.isEmpty() && later.peek().due() <= until) {
            Later next = later.poll();
            now = next.due();
            next.task().run();
        }
        now = until;
    }
}
