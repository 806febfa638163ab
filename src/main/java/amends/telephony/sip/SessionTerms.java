package amends.telephony.sip;

import amends.sip.SipMessages;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.Header;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * How long a call may go on without a sign of life, and who gives it (RFC 4028).
 *
 * @param seconds after which a call that was not refreshed is over; {@value #LEAST} to {@value #MOST}
 * @param oursToRefresh whether we give the sign
 */
record SessionTerms(int seconds, boolean oursToRefresh) {
    /** Anything shorter is refused with 422: refreshing would be most of the traffic. */
    static final int LEAST = 90;

    static final int USUAL = 1800;
    private static final int MOST = 86_400;
    static final String TIMER = "timer";
    /** Session Interval Too Small. */
    static final int TOO_SMALL = 422;

    /** Whether a request asks for less than we bear. */
    static boolean tooBrief(Request request) {
        int asked = seconds(request);
        return asked >= 0 && asked < LEAST;
    }

    /** As the caller, from what the callee agreed to; empty when it keeps no timer and nor do we. */
    static Optional<SessionTerms> agreed(Response ok) {
        int seconds = seconds(ok);
        if (seconds < 1) return Optional.empty();
        return Optional.of(new SessionTerms(bounded(seconds), !"uas".equals(refresher(ok))));
    }

    /** As the callee. A caller that asks for nothing is given our own refreshing: so one that vanishes is noticed. */
    static SessionTerms answering(Request request) {
        int asked = seconds(request);
        String wanted = refresher(request);
        boolean theirs = asked > 0 && ("uac".equals(wanted) || wanted.isEmpty() && understands(request));
        return new SessionTerms(asked > 0 ? bounded(asked) : USUAL, !theirs);
    }

    /** On a request that begins or refreshes a session: what we propose. */
    static void propose(Request request, int seconds, int least, SipMessages messages) {
        try {
            request.setHeader(messages.headers().createHeader("Session-Expires", String.valueOf(seconds)));
            request.setHeader(messages.headers().createHeader("Min-SE", String.valueOf(least)));
        } catch (ParseException e) {
            throw new IllegalStateException("our own terms cannot be written", e);
        }
    }

    /** On the 200 to such a request: what holds. */
    void confirm(Response ok, Request asked, SipMessages messages) {
        try {
            String refresher = oursToRefresh ? "uas" : "uac";
            ok.setHeader(messages.headers().createHeader("Session-Expires", seconds + ";refresher=" + refresher));
            if (!oursToRefresh && understands(asked))
                ok.addHeader(messages.headers().createRequireHeader(TIMER));
        } catch (ParseException e) {
            throw new IllegalStateException("our own terms cannot be written", e);
        }
    }

    /** Refuses a request that is {@link #tooBrief}. */
    static Response refusal(Request request, SipMessages messages) {
        try {
            Response response = messages.response(TOO_SMALL, request);
            response.setReasonPhrase("Session Interval Too Small");
            response.setHeader(messages.headers().createHeader("Min-SE", String.valueOf(LEAST)));
            return response;
        } catch (ParseException e) {
            throw new IllegalStateException("our own terms cannot be written", e);
        }
    }

    /** What a 422 wants at least; 0 when it does not say. */
    static int least(Response refusal) {
        return number(refusal.getHeader("Min-SE"));
    }

    private static int seconds(Message message) {
        return message.getHeader("Session-Expires") == null ? -1 : number(message.getHeader("Session-Expires"));
    }

    private static String refresher(Message message) {
        Header header = message.getHeader("Session-Expires");
        if (header == null) return "";
        for (String part : header.toString().toLowerCase(Locale.ROOT).split("[;\\s]+"))
            if (part.startsWith("refresher=")) return part.substring("refresher=".length());
        return "";
    }

    private static int number(Header header) {
        if (header == null) return 0;
        String value = header.toString().replaceFirst("^[^:]*:\\s*", "").split("[;\\s]")[0];
        return value.matches("\\d{1,8}") ? Integer.parseInt(value) : 0;
    }

    private static boolean understands(Request request) {
        for (Iterator<?> all = request.getHeaders("Supported"); all.hasNext(); )
            for (String tag : all.next().toString().split("[:,\\s]+")) if (tag.equalsIgnoreCase(TIMER)) return true;
        return false;
    }

    private static int bounded(int seconds) {
        return Math.clamp(seconds, LEAST, MOST);
    }
}
