package amends.pbx;

import amends.sip.DigestGuard;
import amends.sip.SipEndpoint;
import amends.sip.SipMessages;
import amends.sip.Transport;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.EventHeader;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells telephones of the house what others do (RFC 4235), to those who prove who they are. Exchange's loop. */
final class LampDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LampDesk.class);
    private static final int LONGEST = 3600;
    private static final int USUAL = 600;
    private static final int MOST = 1000;
    private static final int BAD_EVENT = 489;

    private final SipEndpoint endpoint;
    private final SipMessages messages;
    private final Exchange exchange;
    private final DigestGuard guard;
    private final Map<Dialog, Lamp> lamps = new LinkedHashMap<>();

    /** Somebody who watches a telephone. */
    private static final class Lamp {
        private final Extension watched;
        private final Transport over;
        private long ends;
        private int version;
        private DeviceState shown;

        Lamp(Extension watched, Transport over) {
            this.watched = watched;
            this.over = over;
        }
    }

    LampDesk(SipEndpoint endpoint, Exchange exchange, DigestGuard guard) {
        this.endpoint = endpoint;
        this.messages = endpoint.messages();
        this.exchange = exchange;
        this.guard = guard;
    }

    /** Answers a SUBSCRIBE, the first or a later one. */
    void subscribed(Request request, ServerTransaction transaction) {
        switch (guard.verify(request, user -> exchange.plan().extension(user).map(Extension::password))) {
            case DigestGuard.Verdict.Challenge(boolean stale) -> {
                Response challenge = messages.response(Response.PROXY_AUTHENTICATION_REQUIRED, request);
                challenge.setHeader(guard.challenge(messages.headers(), stale, true));
                endpoint.respond(transaction, challenge);
            }
            case DigestGuard.Verdict.Refused _ -> refuse(transaction, Response.FORBIDDEN);
            case DigestGuard.Verdict.Granted _ -> granted(request, transaction);
        }
    }

    private void granted(Request request, ServerTransaction transaction) {
        var about = (EventHeader) request.getHeader(EventHeader.NAME);
        Optional<Extension> watched = exchange.plan().extension(SipText.userOf(request.getRequestURI()));
        Dialog dialog = transaction.getDialog();
        if (about == null || !"dialog".equalsIgnoreCase(about.getEventType())) refuse(transaction, BAD_EVENT);
        else if (watched.isEmpty()) refuse(transaction, Response.NOT_FOUND);
        else if (dialog == null || lamps.size() >= MOST) refuse(transaction, Response.SERVICE_UNAVAILABLE);
        else keep(request, transaction, dialog, watched.get());
    }

    private void keep(Request request, ServerTransaction transaction, Dialog dialog, Extension watched) {
        int seconds = request.getExpires() == null
                ? USUAL
                : Math.min(LONGEST, request.getExpires().getExpires());
        Lamp lamp = lamps.computeIfAbsent(dialog, d -> new Lamp(watched, SipText.transport(request)));
        lamp.ends = exchange.time().nanos() + Duration.ofSeconds(seconds).toNanos();
        try {
            Response ok = messages.response(Response.OK, request);
            ok.setHeader(messages.contact(watched.name(), lamp.over));
            ok.setHeader(messages.headers().createExpiresHeader(seconds));
            // There is no dialog to tell anything in before the 200 is out.
            endpoint.respond(transaction, ok, () -> show(dialog, lamp, seconds == 0));
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
        if (seconds == 0) lamps.remove(dialog);
    }

    private void refuse(ServerTransaction transaction, int status) {
        endpoint.respond(transaction, messages.response(status, transaction.getRequest()));
    }

    void deviceChanged(String device) {
        forgetEnded();
        List<Dialog> dialogs = new ArrayList<>(lamps.keySet());
        for (Dialog dialog : dialogs) {
            Lamp lamp = lamps.get(dialog);
            boolean news = exchange.devices().deviceOf(lamp.watched).equals(device)
                    && exchange.devices().state(device) != lamp.shown;
            if (news) show(dialog, lamp, false);
        }
    }

    private void forgetEnded() {
        long now = exchange.time().nanos();
        lamps.values().removeIf(lamp -> lamp.ends - now < 0);
    }

    private void show(Dialog dialog, Lamp lamp, boolean last) {
        try {
            lamp.shown = exchange.devices().state(exchange.devices().deviceOf(lamp.watched));
            Request notify = dialog.createRequest(Request.NOTIFY);
            messages.dress(notify);
            notify.setHeader(messages.contact(lamp.watched.name(), lamp.over));
            notify.setHeader(messages.headers().createEventHeader("dialog"));
            notify.setHeader(messages.headers()
                    .createSubscriptionStateHeader(
                            last ? SubscriptionStateHeader.TERMINATED : SubscriptionStateHeader.ACTIVE));
            notify.setContent(
                    body(lamp).getBytes(StandardCharsets.UTF_8),
                    messages.headers().createContentTypeHeader("application", "dialog-info+xml"));
            endpoint.send(dialog, notify);
        } catch (SipException | ParseException e) {
            LOG.info("a watcher of {} is gone: {}", lamp.watched.name(), e.getMessage());
            lamps.remove(dialog);
        }
    }

    /** A telephone that is not signed in has no dialog at all; names of extensions need no escaping. */
    private String body(Lamp lamp) {
        String state = switch (lamp.shown) {
            case UNAVAILABLE -> "";
            case NOT_INUSE -> "terminated";
            case RINGING -> "early";
            default -> "confirmed";
        };
        String dialog = state.isEmpty()
                ? ""
                : "<dialog id=\"" + lamp.watched.name() + "\"><state>" + state + "</state></dialog>";
        return "<?xml version=\"1.0\"?>\r\n<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\""
                + lamp.version++ + "\" state=\"full\" entity=\"sip:" + lamp.watched.name() + "@"
                + endpoint.address().getHostAddress() + "\">" + dialog + "</dialog-info>\r\n";
    }
}
