package amends.telephony.sip;

import amends.kernel.Timekeeper;
import amends.sip.SipMessages;
import amends.telephony.LineText;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Takes MESSAGEs (RFC 3428): plain text from the server, and not more than a person can read. Owned by the call loop. */
final class TextDesk {
    /** RFC 3428 §8: what a datagram holds. */
    private static final int MOST_BYTES = 1_300;

    private static final Duration APART = Duration.ofMillis(500);

    private final Timekeeper time;
    private final Consumer<LineText> tell;
    private long next = Long.MIN_VALUE;

    TextDesk(Timekeeper time, Consumer<LineText> tell) {
        this.time = time;
        this.tell = tell;
    }

    /** @return the status that it is answered with */
    int takes(Request message) {
        byte[] body = SipMessages.body(message);
        if (body.length == 0 || !isPlain(message)) return Response.UNSUPPORTED_MEDIA_TYPE;
        if (body.length > MOST_BYTES) return Response.REQUEST_ENTITY_TOO_LARGE;
        long now = time.nanos();
        if (next != Long.MIN_VALUE && now - next < 0) return Response.TEMPORARILY_UNAVAILABLE;
        try {
            String words = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(body))
                    .toString();
            next = now + APART.toNanos();
            tell.accept(new LineText(CallerName.of(message), words));
            return Response.OK;
        } catch (CharacterCodingException e) {
            return Response.NOT_ACCEPTABLE_HERE;
        }
    }

    private static boolean isPlain(Request message) {
        return message.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type
                && type.getContentType().equalsIgnoreCase("text")
                && type.getContentSubType().equalsIgnoreCase("plain");
    }
}
