package amends.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody found that a version of an article was wrong: whoever was told it was told wrong.
 *
 * @param notice what customers are told by short message; empty until somebody has one sent
 */
public record Recall(UUID id, ArticleId article, int version, String reason, String notice, UUID by, Instant at) {
    /** What is done about one contact in which the wrong version was used. */
    public enum Way {
        /** Not looked at yet. */
        FOUND,
        /** Owed to the customer; nobody has told them yet. */
        OWED,
        CALLBACK_WISHED,
        SMS_WISHED,
        /** Somebody will call them: they stand on the list of calls. */
        ON_CALL_LIST,
        SMS_PUT_OUT,
        /** Neither a number nor a customer is known, or they refused what was wished. */
        UNREACHABLE;

        public boolean isWish() {
            return this == CALLBACK_WISHED || this == SMS_WISHED;
        }
    }

    /**
     * A contact in which the wrong version was used.
     *
     * @param agent who used it @param at when
     */
    public record Told(UUID contact, UUID agent, Instant at, Way way) {}

    /** @param told in how many contacts it was used @param reached how many of their customers are or will be told */
    public record Listed(Recall recall, int told, int reached) {}
}
