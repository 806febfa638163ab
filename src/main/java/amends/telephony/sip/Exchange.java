package amends.telephony.sip;

import amends.sip.DigestChallenge;
import amends.sip.SipEndpoint;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.ObjectInUseException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request of ours and what became of it, the round of authentication included. A challenge is only answered when
 * it came from the server's own address and in a realm of the registrar's: nobody else is to be given something to
 * guess the password from. To a BYE never: the call is over anyway.
 */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    /** Hears what became of the request; on the loop. */
    interface Listener {
        /** A response other than a challenge that was answered. @param proven whether credentials were sent */
        void answered(Response response, Dialog dialog, boolean proven);

        /** Nothing came, or nothing could be sent. The last that is heard. */
        void silent();
    }

    /** What a request within a dialog says besides, and says again with credentials. */
    private static final List<String> CARRIED = List.of(
            "Refer-To",
            "Referred-By",
            "Event",
            "Subscription-State",
            "Supported",
            "Session-Expires",
            "Min-SE",
            "Accept",
            "Expires");

    private final Session session;
    private final SipEndpoint endpoint;
    private final Account account;
    private final Listener listener;
    private Request request;
    private ClientTransaction transaction;
    private String answeredNonce;
    private boolean over;
    private boolean unwanted;

    Exchange(Session session, Listener listener) {
        this.session = session;
        this.endpoint = session.endpoint();
        this.account = session.account();
        this.listener = listener;
    }

    /** Sends a request outside dialogs. */
    void send(Request request) {
        this.request = request;
        try {
            transaction = endpoint.transaction(request);
            transaction.setApplicationData(this);
            endpoint.send(transaction);
        } catch (SipException e) {
            LOG.info("{} cannot be sent: {}", request.getMethod(), e.getMessage());
            timedOut();
        }
    }

    /** Sends a request of the dialog's making. */
    void send(Dialog dialog, Request request) {
        this.request = request;
        try {
            transaction = endpoint.transaction(request);
            transaction.setApplicationData(this);
            endpoint.send(dialog, transaction);
        } catch (SipException e) {
            LOG.info("{} cannot be sent: {}", request.getMethod(), e.getMessage());
            timedOut();
        }
    }

    void received(ResponseEvent event) {
        if (this.over) return;
        Response response = event.getResponse();
        int status = response.getStatusCode();
        boolean challenge = status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
        boolean over = unwanted || request.getMethod().equals(Request.BYE);
        if (challenge && !over && proven(response, event.getDialog())) return;
        if (status >= 300) this.over = true;
        listener.answered(response, event.getDialog(), answeredNonce != null);
    }

    void timedOut() {
        if (over) return;
        over = true;
        listener.silent();
    }

    /** Takes an INVITE back (RFC 3261 §9.1); its own final response still comes. */
    void cancel() {
        try {
            endpoint.send(endpoint.transaction(transaction.createCancel()));
        } catch (SipException e) {
            LOG.debug("nothing left to cancel", e);
        }
    }

    /** Nobody waits for it any more; what comes is still told, but challenges are not answered. */
    void giveUp() {
        unwanted = true;
    }

    /** Hears nothing more and sends nothing more of it. */
    void abandon() {
        over = true;
        try {
            if (transaction != null) transaction.terminate();
        } catch (ObjectInUseException e) {
            LOG.debug("a transaction stays until its time is over", e);
        }
    }

    /** The request once more, as a new one. */
    Request again() {
        try {
            return outside();
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException("a number too large", e);
        }
    }

    long sequence() {
        return ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    Request request() {
        return request;
    }

    private boolean proven(Response response, Dialog dialog) {
        if (!session.server().equals(SipEndpoint.source(response))) {
            LOG.warn("a challenge from {} is not answered: it is not the server", SipEndpoint.source(response));
            return false;
        }
        List<DigestChallenge> challenges = DigestChallenge.of(response);
        boolean inside = dialog != null && dialog.getState() == DialogState.CONFIRMED;
        if (request.getMethod().equals(Request.REGISTER))
            session.realms()
                    .learn(challenges.stream().map(DigestChallenge::realm).toList());
        Optional<DigestChallenge> fresh = challenges.stream()
                .filter(c -> session.realms().answers(c.realm(), inside))
                .filter(c -> answeredNonce == null || (c.stale() && !c.nonce().equals(answeredNonce)))
                .findFirst();
        if (fresh.isEmpty()) return false;
        try {
            answer(fresh.get(), dialog);
            return true;
        } catch (ParseException | SipException | InvalidArgumentException e) {
            LOG.info("the challenge cannot be answered: {}", e.getMessage());
            return false;
        }
    }

    private void answer(DigestChallenge challenge, Dialog dialog)
            throws ParseException, SipException, InvalidArgumentException {
        boolean inside = dialog != null && dialog.getState() == DialogState.CONFIRMED;
        Request again = inside ? within(dialog) : outside();
        answeredNonce = challenge.nonce();
        var proof = challenge.answered(
                account.user(),
                account.password(),
                again.getMethod(),
                again.getRequestURI().toString(),
                1,
                endpoint.messages().token());
        again.setHeader(proof.header(endpoint.messages().headers(), again.getRequestURI(), challenge.proxy()));
        if (inside) send(dialog, again);
        else send(again);
    }

    private Request outside() throws InvalidArgumentException {
        var again = (Request) request.clone();
        ((ViaHeader) again.getHeader(ViaHeader.NAME)).removeParameter("branch");
        ((CSeqHeader) again.getHeader(CSeqHeader.NAME)).setSeqNumber(sequence() + 1);
        return again;
    }

    private Request within(Dialog dialog) throws SipException, ParseException {
        Request again = dialog.createRequest(request.getMethod());
        endpoint.messages().dress(again);
        if (request.getHeader(ContactHeader.NAME) != null)
            again.setHeader((ContactHeader) request.getHeader(ContactHeader.NAME));
        for (String name : CARRIED) if (request.getHeader(name) != null) again.setHeader(request.getHeader(name));
        if (request.getRawContent() != null)
            again.setContent(request.getRawContent(), (ContentTypeHeader) request.getHeader(ContentTypeHeader.NAME));
        return again;
    }
}
