package amends.telephony.sip;

import amends.telephony.ShownAs;
import java.util.Optional;

/**
 * What an INVITE of ours says besides.
 *
 * @param replaces the dialog whose place it is to take (RFC 3891)
 * @param referredBy who wanted it (RFC 3892)
 * @param isApart whether it is a visit, and no call of the agent's own
 * @param shown under which number somebody outside is called
 */
record DialWish(Optional<String> replaces, Optional<String> referredBy, boolean isApart, ShownAs shown) {
    static final DialWish NONE = new DialWish(Optional.empty(), Optional.empty(), false, ShownAs.OWN);

    DialWish apart() {
        return new DialWish(replaces, referredBy, true, shown);
    }

    DialWish as(ShownAs other) {
        return new DialWish(replaces, referredBy, isApart, other);
    }
}
