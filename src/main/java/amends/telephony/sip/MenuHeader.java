package amends.telephony.sip;

import amends.telephony.MenuPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.sip.header.ExtensionHeader;
import javax.sip.message.Request;

/**
 * The menu path that the server gives with a call. There is no standard for it; exchanges add a header of their own by
 * their dial plan, in UTF-8 or, where that is not to be had, percent-encoded (RFC 3986 §2.1).
 */
final class MenuHeader {
    static final String NAME = "X-Menu-Path";
    private static final int LONGEST = 1000;

    private MenuHeader() {}

    static MenuPath of(Request invite) {
        return invite.getHeader(NAME) instanceof ExtensionHeader header
                ? MenuPath.of(decoded(header.getValue()))
                : MenuPath.NONE;
    }

    private static String decoded(String value) {
        String known = value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST));
        try {
            return known.contains("%") ? URLDecoder.decode(known.replace("+", "%2B"), StandardCharsets.UTF_8) : known;
        } catch (IllegalArgumentException e) {
            return known;
        }
    }
}
