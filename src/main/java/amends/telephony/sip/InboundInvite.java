package amends.telephony.sip;

import amends.sip.SessionDescription;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An INVITE that rings here.
 *
 * @param offer what the caller offers; empty when it wants us to offer (RFC 3261 §13.3.1)
 * @param tag the tag of all our responses to it
 * @param quiet whether the caller is not told that it rings
 */
record InboundInvite(
        Session session,
        ServerTransaction transaction,
        Request request,
        Optional<SessionDescription> offer,
        String tag,
        boolean quiet) {
    private static final Logger LOG = LoggerFactory.getLogger(InboundInvite.class);

    Dialog dialog() {
        return transaction.getDialog();
    }

    void ringing() {
        send(Response.TRYING);
        if (!quiet) send(Response.RINGING);
    }

    InboundInvite quietly() {
        return new InboundInvite(session, transaction, request, offer, tag, true);
    }

    void ok(SessionDescription description, SessionTerms terms) {
        Response response = session.messages().response(Response.OK, request, tag);
        response.setHeader(session.contact());
        terms.confirm(response, request, session.messages());
        session.messages().support(response);
        session.messages().describe(response, description);
        session.endpoint().respond(transaction, response);
    }

    /** Refuses the offered media, and says why (RFC 3261 §20.43). */
    void refuse(String objection) {
        Response response = session.messages().response(Response.NOT_ACCEPTABLE_HERE, request, tag);
        session.messages().warn(response, objection);
        LOG.info("an offer is refused: {}", objection);
        session.endpoint().respond(transaction, response);
    }

    /** Answers 403. @param reason as the standard words it */
    void forbid(String reason) {
        try {
            Response response = session.messages().response(Response.FORBIDDEN, request, tag);
            response.setReasonPhrase(reason);
            session.endpoint().respond(transaction, response);
        } catch (ParseException e) {
            refuse(Response.FORBIDDEN);
        }
    }

    void refuse(int status) {
        send(status);
    }

    /** Sends the caller to another user of this domain. @param user fit for a URI */
    void moved(String user) {
        try {
            Response response = session.messages().response(Response.MOVED_TEMPORARILY, request, tag);
            response.setHeader(
                    session.messages().contactAt(user, session.account().domain()));
            session.endpoint().respond(transaction, response);
        } catch (ParseException e) {
            refuse(Response.BUSY_HERE);
        }
    }

    private void send(int status) {
        Response response = session.messages().response(status, request, tag);
        if (status > Response.TRYING && status < 300) response.setHeader(session.contact());
        session.endpoint().respond(transaction, response);
    }
}
