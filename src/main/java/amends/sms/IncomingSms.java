package amends.sms;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A short message that came in, stored.
 *
 * @param to the service number that it was sent to, as the network writes it
 * @param text made harmless, of several lines perhaps; parts are put together
 * @param at when it was stored here
 */
public record IncomingSms(UUID id, PhoneNumber from, String to, String text, Instant at) {
    /** Neither the number nor the text: it is told in logs. */
    @Override
    public String toString() {
        return "IncomingSms[" + id + ", " + at + "]";
    }
}
