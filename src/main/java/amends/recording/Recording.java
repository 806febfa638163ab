package amends.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The facts of one sealed recording.
 *
 * @param call the SIP Call-ID
 * @param file its name inside the vault
 * @param length as far as it was written
 * @param announced whether the customer was told
 */
public record Recording(
        UUID id,
        String call,
        UUID agent,
        String file,
        Instant began,
        Optional<Instant> ended,
        Duration length,
        boolean announced,
        State state) {

    public enum State {
        RUNNING,
        SEALED,
        /** The desk died while it was written; all that was written is there. */
        INTERRUPTED
    }
}
