package amends.desktop.phone;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code tel:}, {@code sip:} or {@code callto:} link that was pasted or dropped where a number is typed. Links are
 * written by others: what one names is shown, and called only when the agent says so.
 */
final class NumberLink {
    private static final int LONGEST = 300;
    private static final Pattern LINK = Pattern.compile("(?i)\\s*<?(tel|sips?|callto):(?://)?([^;?>\\s]{1,200}).*");

    private NumberLink() {}

    /** What is to be called; empty for what is no such link, or names nothing that can be called. */
    static Optional<String> number(String written) {
        if (written.length() > LONGEST) return Optional.empty();
        Matcher link = LINK.matcher(written.replaceAll("[\\r\\n]", " "));
        if (!link.matches()) return Optional.empty();
        String whom = link.group(2);
        int at = whom.indexOf('@');
        return decoded(at < 0 ? whom : whom.substring(0, at))
                .map(user -> user.replaceAll("[\\s().-]", ""))
                .filter(user -> user.matches("\\+?[0-9*#]{1,32}|[A-Za-z0-9][A-Za-z0-9_+]{0,40}"));
    }

    private static Optional<String> decoded(String user) {
        try {
            return Optional.of(URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is such a link at all, fit to be called or not. */
    static boolean isLink(String written) {
        return LINK.matcher(written.substring(0, Math.min(LONGEST, written.length()))
                        .replaceAll("[\\r\\n]", " "))
                .matches();
    }
}
