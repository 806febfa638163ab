package amends.recovery;

import java.time.Instant;
import java.util.Optional;

/**
 * The clocks of a complaint: until when each step is due, and when it was done.
 *
 * @param acknowledgeBy until when the customer hears that the complaint was received
 * @param respondBy until when they have an answer
 */
public record ComplaintClocks(
        Instant acknowledgeBy,
        Instant respondBy,
        Optional<Instant> acknowledged,
        Optional<Instant> responded,
        Optional<Instant> closed) {

    ComplaintClocks acknowledgedAt(Instant at) {
        return new ComplaintClocks(acknowledgeBy, respondBy, Optional.of(acknowledged.orElse(at)), responded, closed);
    }

    /** An answer shows that it was received too. */
    ComplaintClocks respondedAt(Instant at) {
        return new ComplaintClocks(
                acknowledgeBy, respondBy, Optional.of(acknowledged.orElse(at)), Optional.of(at), closed);
    }

    ComplaintClocks closedAt(Instant at) {
        return new ComplaintClocks(acknowledgeBy, respondBy, acknowledged, responded, Optional.of(at));
    }

    ComplaintClocks reopened(Instant respondBy) {
        return new ComplaintClocks(acknowledgeBy, respondBy, acknowledged, Optional.empty(), Optional.empty());
    }
}
