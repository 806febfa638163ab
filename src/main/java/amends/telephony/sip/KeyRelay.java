package amends.telephony.sip;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys by INFO (application/dtmf-relay), for a far end that takes none in its voice stream. One after the other; from
 * the first that is refused on, the rest goes as tones. Owned by the call loop.
 */
final class KeyRelay implements Exchange.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRelay.class);
    private static final Pattern SIGNAL = Pattern.compile("(?im)^\\s*Signal\\s*=\\s*([0-9*#A-D])\\s*$");
    private static final int PRESSED_MS = 160;
    private final Session session;
    private final CallDialog dialog;
    private final Consumer<String> otherwise;
    private String left;

    /** @param otherwise given the keys that the far end does not take so */
    KeyRelay(Session session, CallDialog dialog, String keys, Consumer<String> otherwise) {
        this.session = session;
        this.dialog = dialog;
        this.left = keys;
        this.otherwise = otherwise;
    }

    void send() {
        if (left.isEmpty()) return;
        try {
            Request info = dialog.request(Request.INFO);
            String body = "Signal=" + left.charAt(0) + "\r\nDuration=" + PRESSED_MS + "\r\n";
            info.setContent(
                    body.getBytes(StandardCharsets.US_ASCII),
                    session.messages().headers().createContentTypeHeader("application", "dtmf-relay"));
            dialog.send(info, this);
        } catch (SipException | ParseException e) {
            LOG.info("a key cannot be sent by INFO: {}", e.getMessage());
            refused();
        }
    }

    @Override
    public void answered(Response response, Dialog on, boolean proven) {
        if (response.getStatusCode() >= 300) {
            refused();
        } else if (response.getStatusCode() >= 200) {
            left = left.substring(1);
            send();
        }
    }

    @Override
    public void silent() {
        refused();
    }

    private void refused() {
        String rest = left;
        left = "";
        otherwise.accept(rest);
    }

    /** The key that an INFO of the far end tells of; empty for anything else. */
    static Optional<Character> key(Request info) {
        var type = (ContentTypeHeader) info.getHeader(ContentTypeHeader.NAME);
        if (type == null || !type.getContentSubType().equalsIgnoreCase("dtmf-relay")) return Optional.empty();
        byte[] body = amends.sip.SipMessages.body(info);
        if (body.length > 200) return Optional.empty();
        Matcher signal = SIGNAL.matcher(new String(body, StandardCharsets.ISO_8859_1));
        return signal.find() ? Optional.of(Character.toUpperCase(signal.group(1).charAt(0))) : Optional.empty();
    }
}
