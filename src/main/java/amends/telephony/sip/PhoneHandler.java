package amends.telephony.sip;

import amends.sip.Admission;
import amends.sip.MalformedSdp;
import amends.sip.SipEndpoint;
import amends.sip.SipHandler;
import amends.telephony.CallId;
import amends.telephony.ConnectionSignal;
import amends.telephony.LineText;
import amends.telephony.MessagesWaiting;
import gov.nist.javax.sip.ServerTransactionExt;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.EventHeader;
import javax.sip.header.ReasonHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each message to whom it concerns, and refuses what concerns nobody. */
final class PhoneHandler implements SipHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneHandler.class);
    /** Extensions that a caller may require of us. Reliable provisional responses are not among them. */
    private static final Set<String> REQUIRABLE = Set.of(SessionTerms.TIMER, "replaces");

    private final Session session;
    private final Calls calls;
    private final LineWatch colleagues;
    private final Consumer<MessagesWaiting> messages;

    private final TextDesk texts;
    private final Runnable lost;

    /** @param lost told when the connection to the server is gone */
    PhoneHandler(
            Session session,
            Calls calls,
            LineWatch colleagues,
            Consumer<MessagesWaiting> messages,
            Consumer<LineText> texts,
            Runnable lost) {
        this.texts = new TextDesk(session.time(), texts);
        this.lost = lost;
        this.session = session;
        this.calls = calls;
        this.colleagues = colleagues;
        this.messages = messages;
    }

    @Override
    public void onRequest(RequestEvent event, ServerTransaction transaction) {
        Request request = event.getRequest();
        if (refused(request, transaction)) return;
        switch (request.getMethod()) {
            case Request.ACK -> call(event.getDialog()).ifPresent(c -> c.acknowledged(request));
            case Request.INVITE -> invited(event, transaction);
            case Request.UPDATE -> changed(event, transaction);
            case Request.BYE -> bye(event, transaction);
            case Request.CANCEL -> cancelled(event, transaction);
            case Request.OPTIONS -> asked(event, transaction);
            case Request.REFER -> refer(event, transaction);
            case Request.NOTIFY -> notified(event, transaction);
            case Request.INFO -> informed(event, transaction);
            case Request.MESSAGE -> told(event, transaction);
            default -> respond(transaction, Response.METHOD_NOT_ALLOWED);
        }
    }

    /** Requests within calls were agreed on when the call began; ACK and CANCEL cannot be refused. */
    private boolean refused(Request request, ServerTransaction transaction) {
        if (transaction == null || inside(request) || request.getMethod().equals(Request.CANCEL)) return false;
        Optional<Response> refusal = Admission.refusal(request, session.messages(), REQUIRABLE);
        refusal.ifPresent(r -> session.endpoint().respond(transaction, r));
        return refusal.isPresent();
    }

    private void invited(RequestEvent event, ServerTransaction transaction) {
        Request request = event.getRequest();
        if (inside(request)) {
            changed(event, transaction);
            return;
        }
        if (!SipEndpoint.source(event).getAddress().equals(session.server())) {
            LOG.warn("an INVITE from {} is refused: it is not the server", SipEndpoint.source(event));
            respond(transaction, Response.FORBIDDEN);
            return;
        }
        Optional<Response> refusal = SessionTerms.tooBrief(request)
                ? Optional.of(SessionTerms.refusal(request, session.messages()))
                : Admission.inviteRefusal(request, session.messages());
        if (refusal.isPresent()) {
            session.endpoint().respond(transaction, refusal.get());
            return;
        }
        try {
            calls.ring(session, transaction, Admission.offer(request));
        } catch (MalformedSdp e) {
            LOG.info("an offer is refused: {}", e.getMessage());
            respond(transaction, Response.NOT_ACCEPTABLE_HERE);
        }
    }

    /** Within a call it asks whether the call is still known (RFC 3261 §12.2.2). */
    private void asked(RequestEvent event, ServerTransaction transaction) {
        boolean known = !inside(event.getRequest()) || event.getDialog() != null;
        respond(transaction, known ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }

    private void changed(RequestEvent event, ServerTransaction transaction) {
        Optional<SipCall> call = call(event.getDialog());
        // Who is there now is told by the server alone, and is true whatever becomes of the rest.
        if (SipEndpoint.source(event).getAddress().equals(session.server()))
            call.ifPresent(c -> CallerName.connected(event.getRequest()).ifPresent(c::talksWith));
        if (call.isPresent()) call.get().changes().farChanges(transaction);
        else respond(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }

    /** Only the server may lead a call elsewhere, and only one that there is. */
    private void refer(RequestEvent event, ServerTransaction transaction) {
        Optional<SipCall> call = call(event.getDialog());
        boolean server = SipEndpoint.source(event).getAddress().equals(session.server());
        if (!inside(event.getRequest()) || call.isPresent() && !server) respond(transaction, Response.FORBIDDEN);
        else if (call.isEmpty()) respond(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        else refer(event.getRequest(), call.get(), transaction);
    }

    private void refer(Request request, SipCall call, ServerTransaction transaction) {
        Optional<ReferTarget> target = ReferTarget.of(request, session.account());
        if (target.isEmpty()) {
            respond(transaction, Response.BAD_REQUEST);
            return;
        }
        var errand = new Errand(session, calls, call, target.get());
        boolean taken = call.isUp() && call.runs(errand);
        respond(transaction, taken ? Response.ACCEPTED : Response.FORBIDDEN);
        if (taken) errand.begin();
    }

    /** Keys of a far end that sends them so. */
    private void informed(RequestEvent event, ServerTransaction transaction) {
        Optional<SipCall> call = call(event.getDialog());
        Optional<Character> key = KeyRelay.key(event.getRequest());
        int refused = call.isEmpty() ? Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST : Response.UNSUPPORTED_MEDIA_TYPE;
        respond(transaction, call.isPresent() && key.isPresent() ? Response.OK : refused);
        call.ifPresent(c -> key.ifPresent(c::pressed));
    }

    /** Words for people: the server's alone, for whoever else could write them would write what serves them. */
    private void told(RequestEvent event, ServerTransaction transaction) {
        boolean server = SipEndpoint.source(event).getAddress().equals(session.server());
        int status = server ? texts.takes(event.getRequest()) : Response.FORBIDDEN;
        Response response = session.messages().response(status, event.getRequest());
        if (status == Response.UNSUPPORTED_MEDIA_TYPE) session.messages().acceptText(response);
        session.endpoint().respond(transaction, response);
    }

    private void notified(RequestEvent event, ServerTransaction transaction) {
        boolean server = SipEndpoint.source(event).getAddress().equals(session.server());
        if (server && colleagues.told(event.getRequest())) {
            respond(transaction, Response.OK);
            return;
        }
        Optional<MessagesWaiting> waiting = server ? MessageSummary.of(event.getRequest()) : Optional.empty();
        if (waiting.isPresent()) {
            respond(transaction, Response.OK);
            messages.accept(waiting.get());
            return;
        }
        var about = (EventHeader) event.getRequest().getHeader(EventHeader.NAME);
        boolean ofTransfer = about != null && "refer".equalsIgnoreCase(about.getEventType());
        Optional<SipCall> call = call(event.getDialog()).filter(c -> ofTransfer && c.told(event.getRequest()));
        respond(transaction, call.isPresent() ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }

    private void bye(RequestEvent event, ServerTransaction transaction) {
        Optional<SipCall> call = call(event.getDialog());
        respond(transaction, call.isPresent() ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        call.ifPresent(c -> c.farCleared(ByeReason.saysLost(event.getRequest())));
    }

    /** A CANCEL comes from where its INVITE came (RFC 3261 §9.2): from the server. */
    private void cancelled(RequestEvent event, ServerTransaction transaction) {
        Request request = event.getRequest();
        if (!SipEndpoint.source(event).getAddress().equals(session.server())) {
            LOG.warn("a CANCEL from {} is refused: it is not the server", SipEndpoint.source(event));
            respond(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return;
        }
        var id = new CallId(callId(request));
        ServerTransaction invite = ((ServerTransactionExt) transaction).getCanceledInviteTransaction();
        Optional<SipCall> call = calls.find(id).filter(c -> invite != null && c.invitedBy(invite));
        respond(transaction, call.isPresent() ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        call.ifPresent(c -> c.signal(new ConnectionSignal.Cancelled(elsewhere(request))));
    }

    /** RFC 3326: a CANCEL because another phone took the call says so. */
    private static boolean elsewhere(Request cancel) {
        for (Iterator<?> all = cancel.getHeaders(ReasonHeader.NAME); all.hasNext(); ) {
            if (all.next() instanceof ReasonHeader r && "SIP".equalsIgnoreCase(r.getProtocol()) && r.getCause() == 200)
                return true;
        }
        return false;
    }

    @Override
    public void onResponse(ResponseEvent event) {
        ClientTransaction transaction = event.getClientTransaction();
        if (transaction != null) calls.serverAnswered();
        if (transaction != null && transaction.getApplicationData() instanceof Exchange exchange)
            exchange.received(event);
        else if (isAnswer(event.getResponse()))
            call(event.getDialog())
                    .or(() -> calls.find(new CallId(callId(event.getResponse()))))
                    .ifPresent(c -> c.repeated(event.getDialog(), event.getResponse()));
    }

    /** Of a 200 to INVITE beside its transaction: it is repeated, or another telephone answered the same call. */
    private static boolean isAnswer(Response response) {
        return response.getStatusCode() / 100 == 2
                && ((CSeqHeader) response.getHeader(CSeqHeader.NAME))
                        .getMethod()
                        .equals(Request.INVITE);
    }

    private static String callId(Message message) {
        return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        if (transaction.getApplicationData() instanceof Exchange exchange) exchange.timedOut();
    }

    @Override
    public void onConnectionLost() {
        lost.run();
    }

    @Override
    public void onAckMissing(Dialog dialog) {
        call(dialog).ifPresent(SipCall::ackMissed);
    }

    /** The stack gives a dialog up when the far end says within it that there is none. */
    @Override
    public void onDialogEnded(Dialog dialog) {
        call(dialog).filter(c -> c.isUpOn(dialog)).ifPresent(c -> c.signal(new ConnectionSignal.Lost()));
    }

    private static Optional<SipCall> call(Dialog dialog) {
        return dialog != null && dialog.getApplicationData() instanceof SipCall call
                ? Optional.of(call)
                : Optional.empty();
    }

    private static boolean inside(Request request) {
        return ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null;
    }

    private void respond(ServerTransaction transaction, int status) {
        session.endpoint().respond(transaction, session.messages().response(status, transaction.getRequest()));
    }
}
