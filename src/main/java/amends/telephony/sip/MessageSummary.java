package amends.telephony.sip;

import amends.sip.SipMessages;
import amends.telephony.MessagesWaiting;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.EventHeader;
import javax.sip.message.Request;

/** What a NOTIFY says of voice messages (RFC 3842 §5.2). */
final class MessageSummary {
    private static final int MOST_BYTES = 4_000;
    private static final Pattern COUNT = Pattern.compile("(?im)^Voice-Message\\s*:\\s*(\\d{1,4})\\s*/\\s*(\\d{1,4})");
    private static final Pattern ANY = Pattern.compile("(?im)^Messages-Waiting\\s*:\\s*yes\\b");

    private MessageSummary() {}

    /** Empty for a NOTIFY of anything else. */
    static Optional<MessagesWaiting> of(Request notify) {
        var about = (EventHeader) notify.getHeader(EventHeader.NAME);
        byte[] body = SipMessages.body(notify);
        if (about == null || !"message-summary".equalsIgnoreCase(about.getEventType()) || body.length > MOST_BYTES)
            return Optional.empty();
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher count = COUNT.matcher(text);
        if (count.find())
            return Optional.of(new MessagesWaiting(Integer.parseInt(count.group(1)), Integer.parseInt(count.group(2))));
        return Optional.of(ANY.matcher(text).find() ? new MessagesWaiting(1, 0) : MessagesWaiting.NONE);
    }
}
