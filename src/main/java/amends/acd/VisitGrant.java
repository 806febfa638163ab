package amends.acd;

import amends.kernel.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets one lead into one call of one agent, in one way, once, soon. The row is also the trail: who was in whose call, how,
 * from when to when.
 *
 * @param lead who, at the telephone {@code leadExtension}
 * @param call the Call-ID of the agent's dialog with the customer
 * @param proof of the key; the key itself is kept nowhere
 * @param until when it can be used
 * @param used when the agent's desk let the lead in
 * @param ended when that was over, or why it never was
 * @param outcome a word, empty while it goes on
 */
public record VisitGrant(
        UUID id,
        UUID lead,
        String leadExtension,
        UUID agent,
        String call,
        VisitMode mode,
        String proof,
        Instant made,
        Instant until,
        Optional<Instant> used,
        Optional<Instant> ended,
        String outcome) {
    /** From the lead's wish to the agent's desk having checked the key: twice what both wait for together. */
    static final Duration LIFE = Duration.ofSeconds(20);
    /** So long a call of the lead may have been meant by a grant that is over: it is turned away, and does not ring. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(30);

    public VisitGrant {
        outcome = PlainText.line(outcome, 40);
    }

    /** Whether it can still be used. */
    boolean isGood(Instant now) {
        return used.isEmpty() && ended.isEmpty() && now.isBefore(until);
    }

    /** Whether a call of this lead is, or was, meant as a visit. */
    boolean isMeant(Instant now) {
        return ended.isEmpty() && (used.isPresent() || now.isBefore(until.plus(AFTERWARDS)));
    }
}
