package amends.media.device;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A device's own thread: opens it, works on it, and when it fails tries again every few seconds until closed. A
 * device that never answers costs this thread and nothing else.
 */
final class DeviceThread {
    private static final long RETRY_NANOS = 3_000_000_000L;

    /** Opens the device and works until closed. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private final Trouble trouble;
    private final Work work;
    private final Thread thread;
    private volatile boolean closed;

    DeviceThread(String name, Trouble trouble, Work work) {
        this.trouble = trouble;
        this.work = work;
        thread = Thread.ofPlatform()
                .name(name)
                .daemon(true)
                .priority(Thread.NORM_PRIORITY + 2)
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** At least once: what was handed over before a quick close is still carried out. */
    private void run() {
        do {
            try {
                work.run();
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                retryAfter(e.getMessage());
            } catch (Exception e) {
                retryAfter(e.toString());
            }
        } while (!closed);
    }

    private void retryAfter(String reason) {
        if (closed) return;
        trouble.is(reason);
        LockSupport.parkNanos(RETRY_NANOS);
    }

    boolean closed() {
        return closed;
    }

    /** Returns at once; the work sees {@link #closed}. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** @return whether the thread has ended in that time */
    boolean awaitEnd(long millis) {
        try {
            return thread.join(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
