package amends.telephony.sip;

import amends.sip.SessionDescription;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * An INVITE or UPDATE of the far end in mid-call.
 *
 * @param offer empty when it offers nothing: an INVITE then wants our offer, an UPDATE only refreshes
 */
record FarChange(Session session, ServerTransaction transaction, Optional<SessionDescription> offer) {
    boolean wantsOffer() {
        return offer.isEmpty() && transaction.getRequest().getMethod().equals(Request.INVITE);
    }

    void accept(Optional<SessionDescription> description, SessionTerms terms) {
        Response response = session.messages().response(Response.OK, transaction.getRequest());
        terms.confirm(response, transaction.getRequest(), session.messages());
        response.setHeader(session.contact());
        description.ifPresent(d -> session.messages().describe(response, d));
        session.endpoint().respond(transaction, response);
    }

    Request request() {
        return transaction.getRequest();
    }

    void refuse(int status) {
        session.endpoint().respond(transaction, session.messages().response(status, transaction.getRequest()));
    }
}
