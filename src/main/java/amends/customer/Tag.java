package amends.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that is said of a customer in a word or two, with where it comes from. Nobody's truth: it can be disputed,
 * and most end by themselves.
 *
 * @param origin the member's id, the rule's key or the import's file
 * @param evidence what it rests on; one line, never blank
 * @param at when it was last found to be so
 * @param confidence {@value #LEAST_CONFIDENCE} to {@value #FULL_CONFIDENCE} per cent
 * @param expires from when on it is not shown any more
 * @param openToCustomer whether it is shown to the customer by themselves; who asks for all that is kept of them is
 *     shown every tag
 */
public record Tag(
        UUID id,
        UUID customer,
        String name,
        Source source,
        String origin,
        String evidence,
        Instant at,
        int confidence,
        Optional<Instant> expires,
        boolean openToCustomer,
        Optional<Dispute> dispute) {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_ORIGIN = 120;
    public static final int LONGEST_EVIDENCE = 500;
    public static final int LEAST_CONFIDENCE = 1;
    public static final int FULL_CONFIDENCE = 100;

    public Tag {
        if (name.isBlank() || evidence.isBlank()) throw new IllegalArgumentException("a tag says what, and why");
        if (confidence < LEAST_CONFIDENCE || confidence > FULL_CONFIDENCE)
            throw new IllegalArgumentException("no confidence: " + confidence);
    }

    /** Who found it. */
    public enum Source {
        PERSON,
        RULE,
        IMPORT,
        /** Another system says so; the origin is its name. */
        OUTSIDE
    }

    /** How it may be shown. */
    public enum Standing {
        HELD,
        /** Somebody knows better: never shown as a fact. */
        DISPUTED,
        EXPIRED
    }

    /** @param reason in one line, never blank */
    public record Dispute(Instant at, UUID by, String reason) {}

    public Standing standingAt(Instant moment) {
        if (expires.filter(end -> !end.isAfter(moment)).isPresent()) return Standing.EXPIRED;
        return dispute.isPresent() ? Standing.DISPUTED : Standing.HELD;
    }
}
