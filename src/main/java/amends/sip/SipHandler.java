package amends.sip;

import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;

/** Hears what the network says, on the executor given to the {@link SipEndpoint}, in the order it came. */
public interface SipHandler {
    /**
     * A request came in; retransmissions are not told. Its source is {@link SipEndpoint#source}.
     *
     * @param transaction to answer by {@link SipEndpoint#respond}; null for ACK, and only for ACK
     */
    void onRequest(RequestEvent request, ServerTransaction transaction);

    /** A response came in. A 200 to INVITE is told every time it is repeated, without its transaction from then on. */
    void onResponse(ResponseEvent response);

    /** No final response came in time (32 s), or the request could not be sent at all. */
    void onTimeout(ClientTransaction transaction);

    /** The dialog's 200 to INVITE was repeated for 32 s without an ACK (RFC 3261 §13.3.1.4): say BYE. */
    default void onAckMissing(Dialog dialog) {}

    /** The stack has forgotten the dialog. */
    default void onDialogEnded(Dialog dialog) {}

    /** A connection that this endpoint made was closed, by whomever: what came in on it comes no more. */
    default void onConnectionLost() {}
}
