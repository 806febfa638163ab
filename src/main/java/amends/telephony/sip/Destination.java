package amends.telephony.sip;

import amends.telephony.Extensions;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people dial, made fit for the user part of a SIP URI. */
final class Destination {
    private static final Pattern OUTSIDE = Pattern.compile("\\+?[0-9*%]{5,40}");

    private Destination() {}

    /**
     * @param written an extension, a number with the usual spaces, brackets and dashes, or a SIP user
     * @return the user, percent-encoded where a URI wants it; empty for anything else
     */
    static Optional<String> user(String written) {
        if (written == null || written.length() > 64) return Optional.empty();
        String bare = written.strip();
        String digits = bare.replaceAll("[\\s()./-]", "");
        if (digits.matches("\\+?[0-9*#]{1,32}")) return Optional.of(digits.replace("#", "%23"));
        return bare.matches("[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}") ? Optional.of(bare) : Optional.empty();
    }

    /** Whether it is a number of the public network, and no extension. @param user fit for a URI @param own our extension */
    static boolean isOutside(String user, String own) {
        return OUTSIDE.matcher(user).matches() && !Extensions.alike(user, own);
    }
}
