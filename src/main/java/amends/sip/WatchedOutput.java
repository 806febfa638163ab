package amends.sip;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection whose other side does not take what is written: writing blocks then, and with it everybody who has
 * something to send. The write fails as on any connection that is gone, and not
 * before its reader has ended.
 */
final class WatchedOutput extends FilterOutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedOutput.class);
    /** A message is a few KB; a peer that reads takes it in far less. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Closeable connection;
    private final Reading reading;
    private final Duration patience;

    /** @param connection closed, without blocking, when one write takes longer than the patience */
    WatchedOutput(OutputStream out, Closeable connection, Reading reading, Duration patience) {
        super(out);
        this.connection = connection;
        this.reading = reading;
        this.patience = patience;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var written = new CompletableFuture<Void>();
        written.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            end();
            return null;
        });
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            connection.close();
            reading.awaitEnd();
            throw e;
        } finally {
            written.complete(null);
        }
    }

    private void end() {
        LOG.info("a connection is ended: nothing of what is written to it is read");
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("a connection does not end", e);
        }
    }
}
