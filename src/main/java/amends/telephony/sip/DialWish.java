package amends.telephony.sip;

import java.util.Optional;

/**
 * What an INVITE of ours says besides.
 *
 * @param replaces the dialog whose place it is to take (RFC 3891)
 * @param referredBy who wanted it (RFC 3892)
 * @param isApart whether it is a visit, and no call of the agent's own
 */
record DialWish(Optional<String> replaces, Optional<String> referredBy, boolean isApart) {
    static final DialWish NONE = new DialWish(Optional.empty(), Optional.empty(), false);

    DialWish apart() {
        return new DialWish(replaces, referredBy, true);
    }
}
