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
    /** Eight choices of forty letters, each of three bytes that are written as three. */
    private static final int LONGEST = 3000;

    private MenuHeader() {}

    static MenuPath of(Request invite) {
        return invite.getHeader(NAME) instanceof ExtensionHeader header
                ? MenuPath.of(decoded(header.getValue()))
                : MenuPath.NONE;
    }

    private static String decoded(String value) {
        if (value == null || value.length() > LONGEST) return "";
        try {
            return value.contains("%") ? URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8) : value;
        } catch (IllegalArgumentException e) {
            // "100% sure" is no escape: it is what somebody wrote.
            return value;
        }
    }
}
