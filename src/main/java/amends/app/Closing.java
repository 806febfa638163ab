package amends.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is opened one after the other and closed the other way round, once; one that fails does not stop the rest. */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    <T extends AutoCloseable> T with(T part) {
        opened.push(part);
        return part;
    }

    /** Closes also when the process is asked to end. */
    void atExitToo() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("closing").unstarted(this::close));
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        for (AutoCloseable part : opened) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
            }
        }
    }
}
