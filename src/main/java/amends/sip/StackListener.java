package amends.sip;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.SipListenerExt;
import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.DialogState;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.TransactionUnavailableException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hop from the stack's threads to the handler's executor. The server transaction is made before the hop, else a
 * retransmission that overtakes it would be taken for a new request.
 */
final class StackListener implements SipListenerExt {
    private static final Logger LOG = LoggerFactory.getLogger(StackListener.class);
    private final SipEndpoint endpoint;

    StackListener(SipEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.ACK)) {
            endpoint.tell(h -> h.onRequest(event, null));
            return;
        }
        try {
            ServerTransaction known = event.getServerTransaction();
            ServerTransaction transaction =
                    known != null ? known : endpoint.provider().getNewServerTransaction(request);
            endpoint.tell(h -> h.onRequest(event, transaction));
        } catch (TransactionAlreadyExistsException e) {
            LOG.debug("a {} again", request.getMethod());
        } catch (TransactionUnavailableException e) {
            LOG.info("a {} cannot be taken: {}", request.getMethod(), e.getMessage());
            endpoint.refuse(request);
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        ResponseEvent told = isLate(event) ? keepingItsDialog(event) : event;
        endpoint.tell(h -> h.onResponse(told));
    }

    /** Whether somebody on the way says that the far end of a call has not answered in time. */
    private static boolean isLate(ResponseEvent event) {
        String method = ((CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME)).getMethod();
        return event.getResponse().getStatusCode() == Response.REQUEST_TIMEOUT
                && event.getDialog() != null
                && event.getDialog().getState() == DialogState.CONFIRMED
                && !method.equals(Request.BYE)
                && !method.equals(Request.SUBSCRIBE);
    }

    /**
     * A 408 within a call is silence, and what silence means the handler says. The stack would forget the dialog half a
     * minute later, so it is shown another status, and the handler hears the true one.
     */
    private static ResponseEvent keepingItsDialog(ResponseEvent event) {
        var told = (Response) event.getResponse().clone();
        try {
            event.getResponse().setStatusCode(Response.SERVER_TIMEOUT);
        } catch (ParseException e) {
            throw new IllegalStateException("504 is a status", e);
        }
        return new ResponseEvent(event.getSource(), event.getClientTransaction(), event.getDialog(), told);
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        ClientTransaction transaction = event.getClientTransaction();
        if (!event.isServerTransaction() && transaction != null) endpoint.tell(h -> h.onTimeout(transaction));
    }

    @Override
    public void processDialogTimeout(DialogTimeoutEvent event) {
        if (event.getReason() == DialogTimeoutEvent.Reason.AckNotReceived)
            endpoint.tell(h -> h.onAckMissing(event.getDialog()));
        else LOG.debug("dialog timeout: {}", event.getReason());
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        endpoint.tell(h -> h.onDialogEnded(event.getDialog()));
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.debug("{}:{} cannot be reached over {}", event.getHost(), event.getPort(), event.getTransport());
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}
}
