package amends.simulation;

import amends.sip.Agreement;
import amends.sip.SipMessages;
import amends.sip.Transport;
import amends.telephony.ClearCause;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A call that reaches the customer from the PBX, a callback for instance. */
final class CallToCustomer extends SimulatedCall {
    private final SimulatedNetwork.Reachable reachable;
    private final ServerTransaction invite;
    private final Request request;
    private final String tag;
    private Optional<MediaTerms> remote = Optional.empty();
    private MediaTerms offered;

    CallToCustomer(
            SimulatedNetwork network, SimulatedNetwork.Reachable reachable, ServerTransaction invite, Request request)
            throws IOException {
        super(
                network,
                reachable.persona(),
                reachable.plan(),
                reachable.steps().get(),
                ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId());
        this.reachable = reachable;
        this.invite = invite;
        this.request = request;
        tag = network.messages().token();
    }

    @Override
    void begin() {
        started();
        respond(invite, ours(Response.RINGING));
        rings();
        network.loop().after(reachable.ringing(), this::answer);
    }

    private Response ours(int status) {
        Response response = network.messages().response(status, request);
        try {
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag);
        } catch (ParseException e) {
            throw new IllegalStateException("our own tag cannot be written", e);
        }
        response.setHeader(network.messages().contact(SimulatedNetwork.USER, Transport.UDP));
        return response;
    }

    private void answer() {
        if (hasEnded() || offered != null || remote.isPresent()) return;
        byte[] offer = SipMessages.body(request);
        Response ok = ours(Response.OK);
        if (offer.length == 0) {
            offered = voice.local();
            network.messages().describe(ok, description(offered));
        } else {
            Optional<Agreement> agreement = answering(offer);
            if (agreement.isEmpty()) {
                respond(invite, ours(Response.NOT_ACCEPTABLE_HERE));
                finish(ClearCause.MEDIA_FAILED);
                return;
            }
            remote = agreement.map(Agreement::remote);
            network.messages().describe(ok, description(agreement.get().local()));
        }
        keepDialog(invite.getDialog());
        respond(invite, ok);
    }

    @Override
    void onAck(Request ack) {
        if (isAnswered()) return;
        if (offered != null) remote = answerTo(offered, SipMessages.body(ack));
        if (remote.isPresent()) established(dialog(), remote.get());
        else {
            sayBye();
            finish(ClearCause.MEDIA_FAILED);
        }
    }

    @Override
    void giveUp() {
        if (offered == null && remote.isEmpty()) respond(invite, ours(Response.BUSY_HERE));
        else sayBye();
        finish(ClearCause.REJECTED);
    }

    @Override
    void onCancel(ServerTransaction transaction, Request cancel) {
        respond(transaction, network.messages().response(Response.OK, cancel));
        if (isAnswered() || offered != null || remote.isPresent()) return;
        respond(invite, ours(Response.REQUEST_TERMINATED));
        finish(ClearCause.CANCELLED);
    }

    @Override
    void onResponse(ResponseEvent event) {}

    @Override
    void onTimeout(ClientTransaction transaction) {}
}
