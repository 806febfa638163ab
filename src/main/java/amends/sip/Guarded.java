package amends.sip;

import java.io.IOException;
import java.io.OutputStream;

/** A connection that we made and may leave. */
sealed interface Guarded permits GuardedSocket, GuardedTlsSocket {
    /** Ends it without a word, and without blocking. */
    void abandon() throws IOException;

    /** Waits until its reader has ended, which follows the end of the connection. */
    void awaitReader();

    OutputStream getOutputStream() throws IOException;
}
