package amends.telephony;

import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import java.util.Optional;

/**
 * Whoever is at the other end, as signalled: never trusted, already one harmless line each.
 *
 * @param user the user part of the SIP URI or the digits of a tel URI: an extension, a number, "anonymous"
 * @param displayName what the far end calls itself, possibly empty
 */
public record Party(String user, String displayName) {
    public Party {
        user = PlainText.line(user, 64);
        displayName = PlainText.line(displayName, 80);
    }

    public Optional<PhoneNumber> number(String homeRegion) {
        return PhoneNumber.parse(user, homeRegion);
    }
}
