package amends.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what blocks away from the screen and brings the answer back to it. */
public final class PostingWork {
    private static final Logger LOG = LoggerFactory.getLogger(PostingWork.class);
    private final Executor background;
    private final Executor screen;

    /** @param background virtual threads in the product; both {@code Runnable::run} in tests */
    public PostingWork(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /** For work that is no waiting but the processor's: on threads of its own, told to the same screen. */
    public PostingWork on(Executor threads) {
        return new PostingWork(threads, screen);
    }

    /** Exactly one of the two consumers is told, on the screen's thread; work that ended in an error has failed, too. */
    public <T> void ask(Callable<T> work, Consumer<T> answer, Consumer<Exception> failure) {
        background.execute(() -> screen.execute(outcome(work, answer, failure)));
    }

    private static <T> Runnable outcome(Callable<T> work, Consumer<T> answer, Consumer<Exception> failure) {
        try {
            T result = work.call();
            return () -> answer.accept(result);
        } catch (Exception e) {
            LOG.warn("work for the window failed: {}", e.toString());
            return () -> failure.accept(e);
        } catch (Error e) {
            // Memory that does not suffice for one picture ends that picture and leaves nothing waiting.
            LOG.error("work for the window ended", e);
            return () -> failure.accept(new ExecutionException(e));
        }
    }

    /** Runs later on the screen's thread. */
    public void post(Runnable task) {
        screen.execute(task);
    }

    /** Runs away from the screen, with nothing to answer. */
    public void begin(Runnable task) {
        background.execute(task);
    }
}
