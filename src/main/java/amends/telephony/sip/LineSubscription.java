package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.sip.SipMessages;
import amends.telephony.LineUse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.header.CallIdHeader;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription to what a telephone does (RFC 4235, 6665): renewed at half its life, begun anew when it is lost. */
final class LineSubscription implements Exchange.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(LineSubscription.class);
    private static final int SECONDS = 600;
    private static final int SHORTEST = 60;
    /** An exchange that does not tell is asked again now and then. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private static final int MOST_BYTES = 20_000;
    private static final Pattern STATE = Pattern.compile("<state[^>]{0,200}>\\s{0,50}([a-zA-Z]{1,20})");

    private final String extension;
    private final Runnable changed;
    private Optional<Session> session = Optional.empty();
    private Optional<Dialog> dialog = Optional.empty();
    private Cancellable next = () -> {};
    private String callId = "";
    private LineUse use = LineUse.UNKNOWN;

    LineSubscription(String extension, Runnable changed) {
        this.extension = extension;
        this.changed = changed;
    }

    LineUse use() {
        return use;
    }

    /** Begins it, unless it is begun already or there is no way to the server yet. */
    void begin(Optional<Session> way) {
        if (session.isPresent() || way.isEmpty()) return;
        session = way;
        subscribe(SECONDS);
    }

    /** Tells the server that nobody wants to know any more. */
    void end() {
        next.cancel();
        if (dialog.isPresent()) subscribe(0);
        drop();
    }

    /** Forgets it without a word: the way to the server is gone. */
    void drop() {
        next.cancel();
        callId = "";
        dialog = Optional.empty();
    }

    private void subscribe(int seconds) {
        Session way = session.orElseThrow();
        try {
            Request request = dialog.isPresent() ? dialog.get().createRequest(Request.SUBSCRIBE) : first(way);
            var headers = way.messages().headers();
            way.messages().dress(request);
            request.setHeader(way.contact());
            request.setHeader(headers.createEventHeader("dialog"));
            request.setHeader(headers.createAcceptHeader("application", "dialog-info+xml"));
            request.setHeader(headers.createExpiresHeader(seconds));
            if (dialog.isPresent()) way.exchange(this).send(dialog.get(), request);
            else way.exchange(this).send(request);
        } catch (SipException | ParseException | InvalidArgumentException e) {
            LOG.info("extension {} cannot be watched: {}", extension, e.getMessage());
            lost();
        }
    }

    private Request first(Session way) throws ParseException, SipException {
        Account account = way.account();
        var messages = way.messages();
        var target = messages.uri(extension, account.domain(), -1);
        var us = messages.address(account.displayName(), messages.uri(account.user(), account.domain(), -1));
        CallIdHeader id = messages.newCallId();
        callId = id.getCallId();
        return messages.request(
                Request.SUBSCRIBE, target, us, messages.address("", target), id, 1, account.transport());
    }

    @Override
    public void answered(Response response, Dialog on, boolean proven) {
        if (callId.isEmpty() || response.getStatusCode() < 200) return;
        if (response.getStatusCode() >= 300) {
            lost();
            return;
        }
        dialog = Optional.ofNullable(on);
        int granted =
                response.getExpires() == null ? SECONDS : response.getExpires().getExpires();
        next.cancel();
        next = session.orElseThrow()
                .loop()
                .after(Duration.ofSeconds(Math.max(SHORTEST, granted) / 2), () -> subscribe(SECONDS));
    }

    @Override
    public void silent() {
        if (!callId.isEmpty()) lost();
    }

    private void lost() {
        drop();
        becomes(LineUse.UNKNOWN);
        next = session.orElseThrow().loop().after(AGAIN, () -> subscribe(SECONDS));
    }

    /** @return whether the NOTIFY belongs to this */
    boolean told(String of, Request notify) {
        if (callId.isEmpty() || !callId.equals(of)) return false;
        var state = (SubscriptionStateHeader) notify.getHeader(SubscriptionStateHeader.NAME);
        byte[] body = SipMessages.body(notify);
        if (state != null && SubscriptionStateHeader.TERMINATED.equalsIgnoreCase(state.getState())) lost();
        else if (body.length > 0 && body.length <= MOST_BYTES) becomes(useOf(new String(body, StandardCharsets.UTF_8)));
        return true;
    }

    /** Read without a reader of XML: nothing but the words of states matters. */
    static LineUse useOf(String dialogs) {
        LineUse use = LineUse.UNKNOWN;
        for (Matcher state = STATE.matcher(dialogs); state.find(); ) {
            LineUse one = switch (state.group(1).toLowerCase(java.util.Locale.ROOT)) {
                case "confirmed", "trying", "proceeding" -> LineUse.BUSY;
                case "early" -> LineUse.RINGING;
                case "terminated" -> LineUse.FREE;
                default -> LineUse.UNKNOWN;
            };
            if (one.compareTo(use) > 0) use = one;
        }
        return use;
    }

    private void becomes(LineUse now) {
        if (now == use) return;
        use = now;
        changed.run();
    }
}
