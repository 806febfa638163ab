package amends.telephony.sip;

import java.util.Optional;

/**
 * What an INVITE of ours says besides.
 *
 * @param replaces the dialog whose place it is to take (RFC 3891)
 * @param referredBy who wanted it (RFC 3892)
 */
record DialWish(Optional<String> replaces, Optional<String> referredBy) {
    static final DialWish NONE = new DialWish(Optional.empty(), Optional.empty());
}
