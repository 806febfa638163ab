package amends.telephony.sip;

import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Request;

/**
 * Whether the server wants a call to be answered without the agent, as exchanges say it: Answer-Mode and
 * Priv-Answer-Mode (RFC 5373), {@code answer-after} at Call-Info or Alert-Info, {@code info=alert-autoanswer}, and the
 * words of some. It is a wish; what comes of it the desk decides, but for what is {@linkplain #required required}.
 *
 * @param within how long it may ring first; empty when nothing is said of it
 * @param byAgent whether the agent is wanted, whatever the desk does otherwise
 * @param required whether the call is to be refused (403) rather than answered otherwise
 */
record AnswerWish(Optional<Duration> within, boolean byAgent, boolean required) {
    private static final Pattern MODE =
            Pattern.compile("(?i)^[^:]{1,20}:\\s*((?:auto|manual)\\b(?:\\s*;\\s*require\\b)?)");
    private static final Pattern AFTER = Pattern.compile("(?i);\\s*answer-after\\s*=\\s*\"?(\\d{1,3})");
    private static final Pattern ALERT =
            Pattern.compile("(?i)\\binfo\\s*=\\s*\"?(?:alert-autoanswer|auto-?answer)\\b|[:\\s]auto[ -]?answer\\b");
    private static final Pattern DELAY = Pattern.compile("(?i);\\s*delay\\s*=\\s*\"?(\\d{1,3})");

    static AnswerWish of(Request invite) {
        Optional<String> mode = first(invite, "Answer-Mode", MODE).or(() -> first(invite, "Priv-Answer-Mode", MODE));
        if (mode.isPresent()) return told(mode.get().toLowerCase(Locale.ROOT));
        Optional<Duration> within = first(invite, "Call-Info", AFTER)
                .or(() -> first(invite, "Alert-Info", AFTER))
                .or(() -> alerted(invite))
                .map(seconds -> Duration.ofSeconds(Integer.parseInt(seconds)));
        return new AnswerWish(within, false, false);
    }

    /** A person is always there to answer: only what is to be done without one may be impossible. */
    private static AnswerWish told(String mode) {
        boolean auto = mode.startsWith("auto");
        return new AnswerWish(
                auto ? Optional.of(Duration.ZERO) : Optional.empty(), !auto, auto && mode.endsWith("require"));
    }

    private static Optional<String> alerted(Request invite) {
        return first(invite, "Alert-Info", ALERT)
                .map(said -> first(invite, "Alert-Info", DELAY).orElse("0"));
    }

    /** What the pattern's first group finds, or all of it, in any header of that name. */
    private static Optional<String> first(Request invite, String name, Pattern pattern) {
        for (Iterator<?> all = invite.getHeaders(name); all.hasNext(); ) {
            String header = all.next().toString();
            if (header.length() > 400) continue;
            Matcher found = pattern.matcher(header);
            if (found.find()) return Optional.of(found.groupCount() > 0 ? found.group(1) : found.group());
        }
        return Optional.empty();
    }
}
