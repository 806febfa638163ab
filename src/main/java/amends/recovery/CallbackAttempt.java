package amends.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One time that somebody called a customer back.
 *
 * @param agent who called
 * @param contact the interaction, where one is kept
 */
public record CallbackAttempt(
        UUID id,
        UUID callback,
        UUID agent,
        Optional<UUID> contact,
        Instant began,
        Instant ended,
        CallbackOutcome outcome) {}
