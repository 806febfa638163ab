package amends.recovery;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was done about a complaint: who did what when. Only ever added.
 *
 * @param who did it; empty where the house did it by itself
 * @param words that belong to it, such as the reason; may be empty
 * @param state in which the complaint was afterwards
 */
public record ComplaintEvent(
        UUID id, UUID complaint, Instant at, Optional<UUID> who, Act act, String words, Complaint.State state) {
    static final int MOST_WORDS = 4000;

    public ComplaintEvent {
        words = PlainText.lines(words, MOST_WORDS);
    }

    public enum Act {
        RECEIVED,
        ACKNOWLEDGED,
        READ_BACK,
        ASSESSED,
        INVESTIGATED,
        DISPATCHED,
        DISPATCH_ANSWERED,
        DISPATCH_SENT_BACK,
        DISPATCH_ACCEPTED,
        DISPATCH_WITHDRAWN,
        TOLD,
        /** What was to tell them did not arrive. */
        NOT_TOLD,
        RESPONDED,
        CLOSED,
        ASKING,
        HELD,
        DID_NOT_HOLD,
        REOPENED,
        CALLED_AGAIN,
        HANDED_OVER,
        ESCALATED,
        RATED,
        OVERDUE,
        CALLED_BACK,
        NOTE
    }
}
