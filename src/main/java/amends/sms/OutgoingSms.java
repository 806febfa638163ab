package amends.sms;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A short message that is to be sent.
 *
 * @param id the key of idempotence: the same message is put and sent once
 * @param text what the customer reads; at most {@link #MOST} characters, long ones arrive as one all the same
 * @param notBefore when it may leave at the earliest
 * @param expires when it is too late: then it is not sent any more, and the network forgets it too
 */
public record OutgoingSms(UUID id, PhoneNumber to, String text, Purpose purpose, Instant notBefore, Instant expires) {
    public static final int MOST = 1000;

    public OutgoingSms {
        if (text.isBlank() || text.length() > MOST)
            throw new IllegalArgumentException("an SMS has 1 to " + MOST + " characters, not " + text.length());
        if (!expires.isAfter(notBefore)) throw new IllegalArgumentException("an SMS that expires before it may leave");
    }

    /** Neither the number nor the text: it is told in logs. */
    @Override
    public String toString() {
        return "OutgoingSms[" + id + ", " + purpose + "]";
    }
}
