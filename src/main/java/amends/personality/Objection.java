package amends.personality;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.UUID;

/**
 * A member who spoke with the customer thinks otherwise than the estimate.
 *
 * @param type what the customer is in their eyes
 * @param reason one line, never empty
 */
public record Objection(UUID id, UUID customer, UUID who, Instant at, CustomerType type, String reason) {
    static final int MOST_REASON = 300;

    public Objection {
        reason = PlainText.line(reason, MOST_REASON);
        if (reason.isEmpty()) throw new IllegalArgumentException("an objection without a reason");
    }
}
