package amends.pbx;

import amends.sip.DigestGuard;
import amends.sip.SipEndpoint;
import amends.sip.SipMessages;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.AcceptHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes words between telephones of the house (RFC 3428), each by itself and in no dialog, and what is answered back to who
 * wrote them. Whoever writes must prove who it is, and be signed in; the words go out in that name. How many come in a
 * second is bounded before the stack, as calls are. Belongs to the exchange's loop.
 */
final class TextRelay {
    private static final Logger LOG = LoggerFactory.getLogger(TextRelay.class);
    /** RFC 3428 §8: what a datagram holds. */
    private static final int MOST_BYTES = 1_300;
    /** Whose telephone answers nothing holds a place here for half a minute. */
    private static final int MOST_AT_ONCE = 500;

    private final SipEndpoint endpoint;
    private final SipMessages messages;
    private final DialPlan plan;
    private final Registrar registrar;
    private final CallerCheck check;
    private final DigestGuard guard;
    private final Outgoing outgoing;
    private int underWay;

    /** @param asked the message that waits for the answer to ours */
    private record Passed(TextRelay relay, ServerTransaction asked) {}

    TextRelay(
            SipEndpoint endpoint,
            DialPlan plan,
            Registrar registrar,
            CallerCheck check,
            DigestGuard guard,
            Outgoing outgoing) {
        this.endpoint = endpoint;
        this.messages = endpoint.messages();
        this.plan = plan;
        this.registrar = registrar;
        this.check = check;
        this.guard = guard;
        this.outgoing = outgoing;
    }

    void told(RequestEvent event, ServerTransaction transaction) {
        switch (check.of(event.getRequest(), SipEndpoint.source(event))) {
            case CallerCheck.Verdict.Unproven(boolean stale) -> {
                Response challenge =
                        messages.response(Response.PROXY_AUTHENTICATION_REQUIRED, transaction.getRequest());
                challenge.setHeader(guard.challenge(messages.headers(), stale, true));
                endpoint.respond(transaction, challenge);
            }
            case CallerCheck.Verdict.Inside(Extension writer) when isSignedIn(writer) -> pass(transaction, writer);
            case CallerCheck.Verdict.Inside _, CallerCheck.Verdict.Outside _, CallerCheck.Verdict.Refused _ -> {
                LOG.info("a message from {} is refused", SipEndpoint.source(event));
                answer(transaction, Response.FORBIDDEN);
            }
        }
    }

    private boolean isSignedIn(Extension extension) {
        return registrar.newest(extension.name()).isPresent();
    }

    private void pass(ServerTransaction transaction, Extension writer) {
        Request message = transaction.getRequest();
        byte[] words = SipMessages.body(message);
        Optional<Extension> reader = plan.extension(SipText.userOf(message.getRequestURI()));
        var kind = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
        if (words.length > MOST_BYTES) answer(transaction, Response.REQUEST_ENTITY_TOO_LARGE);
        else if (reader.isEmpty()) answer(transaction, Response.NOT_FOUND);
        else if (words.length > 0 && kind == null) answer(transaction, Response.BAD_REQUEST);
        else if (underWay >= MOST_AT_ONCE) answer(transaction, Response.SERVICE_UNAVAILABLE);
        else pass(transaction, outgoing.message(reader.get(), writer), words, kind);
    }

    private void pass(ServerTransaction asked, Optional<Request> message, byte[] words, ContentTypeHeader kind) {
        if (message.isEmpty()) {
            answer(asked, Response.TEMPORARILY_UNAVAILABLE);
            return;
        }
        try {
            if (words.length > 0) message.get().setContent(words, kind);
            ClientTransaction sent = endpoint.transaction(message.get());
            sent.setApplicationData(new Passed(this, asked));
            underWay++;
            endpoint.send(sent);
        } catch (ParseException | SipException e) {
            LOG.info("a message cannot be passed on: {}", e.getMessage());
            answer(asked, Response.BAD_REQUEST);
        }
    }

    /** The answer to something of the exchange's came. @return whether it was to a message that was passed on */
    static boolean answered(ClientTransaction transaction, Response response) {
        if (transaction == null || !(transaction.getApplicationData() instanceof Passed(var relay, var asked)))
            return false;
        if (response.getStatusCode() >= 200) relay.passBack(transaction, asked, response);
        return true;
    }

    private void passBack(ClientTransaction transaction, ServerTransaction asked, Response said) {
        over(transaction);
        int status = said.getStatusCode();
        // Nobody but the exchange could prove anything to that telephone.
        boolean challenge = status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
        Response response = messages.response(challenge ? Response.FORBIDDEN : status, asked.getRequest());
        if (said.getHeader(AcceptHeader.NAME) instanceof AcceptHeader accepts) response.addHeader(accepts);
        endpoint.respond(asked, response);
    }

    /** Nothing was answered. @return as of {@link #answered} */
    static boolean unanswered(ClientTransaction transaction) {
        if (!(transaction.getApplicationData() instanceof Passed(var relay, var asked))) return false;
        relay.over(transaction);
        relay.answer(asked, Response.REQUEST_TIMEOUT);
        return true;
    }

    /** Each is counted once, whatever else comes of it. */
    private void over(ClientTransaction transaction) {
        transaction.setApplicationData(null);
        underWay--;
    }

    private void answer(ServerTransaction transaction, int status) {
        endpoint.respond(transaction, messages.response(status, transaction.getRequest()));
    }
}
