package amends.kernel;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One thread that owns state: what is handed in runs there one after the other, in the order handed in. May be
 * called from any thread, never blocks. A task that throws is logged and the loop goes on.
 *
 * <p>The <em>call loop</em> of a desk is one such loop and owns call and agent state. Tests use a loop that runs on
 * the caller's thread with a settable clock.
 */
public interface Loop extends Executor {
    /** Runs the task on the loop once the delay has passed on the monotonic clock. */
    Cancellable after(Duration delay, Runnable task);
}
