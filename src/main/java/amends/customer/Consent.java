package amends.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a customer agreed to one purpose, with the proof of it. Kept after it was withdrawn: it proves what was allowed
 * then.
 *
 * @param proof in the customer's words, or where it lies: one line, never blank
 * @param contact in which it was said; empty when it came another way
 * @param recordedBy the member or, for an import, who imported
 * @param given when the customer agreed
 * @param expires from when on it holds no longer; empty for until it is withdrawn
 */
public record Consent(
        UUID id,
        UUID customer,
        ConsentPurpose purpose,
        Way way,
        String proof,
        Optional<UUID> contact,
        UUID recordedBy,
        Instant given,
        Optional<Instant> expires,
        Optional<Withdrawal> withdrawn) {
    public Consent {
        if (proof.isBlank()) throw new IllegalArgumentException("a consent without proof is none");
    }

    /** Whether it allows its purpose at that moment. */
    public boolean holdsAt(Instant moment) {
        return !given.isAfter(moment)
                && expires.filter(end -> !end.isAfter(moment)).isEmpty()
                && withdrawn.filter(end -> !end.at().isAfter(moment)).isEmpty();
    }

    /** How the customer agreed. */
    public enum Way {
        SAID_IN_CALL,
        SIGNED,
        ONLINE,
        SHORT_MESSAGE,
        IMPORT
    }

    /** @param words in which the customer took it back; one line */
    public record Withdrawal(Instant at, String words) {}
}
