package amends.simulation;

import amends.sip.SipMessages;
import amends.sip.Transport;
import amends.telephony.ClearCause;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that the customer makes. */
final class CustomersCall extends SimulatedCall {
    private static final Logger LOG = LoggerFactory.getLogger(CustomersCall.class);

    /** How long a PBX may take to end a call that was given up. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final InetSocketAddress pbx;
    private final String destination;
    private final CallIdHeader id;
    private ClientTransaction invite;
    private MediaTerms offer;
    private Request ack;
    private boolean provisional;
    private boolean givenUp;

    CustomersCall(
            SimulatedNetwork network,
            InetSocketAddress pbx,
            String destination,
            Persona persona,
            CallPlan plan,
            CallSteps steps,
            CallIdHeader id)
            throws IOException {
        super(network, persona, plan, steps, id.getCallId());
        this.pbx = pbx;
        this.destination = destination;
        this.id = id;
    }

    @Override
    void begin() {
        started();
        offer = voice.local();
        SipMessages m = network.messages();
        try {
            String host = pbx.getAddress().getHostAddress();
            var target = m.uri(destination, host, pbx.getPort());
            var own = m.uri(
                    persona.number(),
                    network.address().getAddress().getHostAddress(),
                    network.address().getPort());
            Request request = m.request(
                    Request.INVITE,
                    target,
                    m.address(persona.name(), own),
                    m.address("", target),
                    id,
                    1,
                    Transport.UDP);
            request.setHeader(m.contact(SimulatedNetwork.USER, Transport.UDP));
            m.describe(request, description(offer));
            invite = network.endpoint().transaction(request);
            network.endpoint().send(invite);
        } catch (ParseException | SipException e) {
            LOG.warn("{}: calling {} failed: {}", callId, destination, e.getMessage());
            finish(ClearCause.UNREACHABLE);
        }
    }

    @Override
    void giveUp() {
        if (givenUp) return;
        givenUp = true;
        if (provisional) cancel();
        network.loop().after(LAST_WORD, () -> finish(ClearCause.CANCELLED));
    }

    private void cancel() {
        try {
            network.endpoint().send(network.endpoint().transaction(invite.createCancel()));
        } catch (SipException e) {
            LOG.info("{}: CANCEL cannot be sent: {}", callId, e.getMessage());
            finish(ClearCause.CANCELLED);
        }
    }

    @Override
    void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        if (!((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod().equals(Request.INVITE)) return;
        int status = response.getStatusCode();
        if (status < 200) progress(status);
        else if (status < 300) accepted(event);
        else finish(givenUp ? ClearCause.CANCELLED : cause(status));
    }

    private void progress(int status) {
        boolean first = !provisional;
        provisional = true;
        if (givenUp && first) cancel();
        else if (status == Response.RINGING) rings();
    }

    private void accepted(ResponseEvent event) {
        Dialog confirmed = event.getDialog();
        if (isAnswered() || hasEnded()) {
            if (ack != null && confirmed != null) network.endpoint().ack(confirmed, ack);
            return;
        }
        keepDialog(confirmed);
        try {
            ack = confirmed.createAck(((CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME)).getSeqNumber());
            network.messages().dress(ack);
            network.endpoint().ack(confirmed, ack);
        } catch (SipException | InvalidArgumentException e) {
            LOG.warn("{}: ACK cannot be sent: {}", callId, e.getMessage());
        }
        Optional<MediaTerms> remote = answerTo(offer, SipMessages.body(event.getResponse()));
        if (givenUp || remote.isEmpty()) {
            sayBye();
            finish(givenUp ? ClearCause.CANCELLED : ClearCause.MEDIA_FAILED);
        } else established(confirmed, remote.get());
    }

    private static ClearCause cause(int status) {
        return switch (status) {
            case Response.BUSY_HERE, Response.BUSY_EVERYWHERE -> ClearCause.BUSY;
            case Response.NOT_FOUND, Response.ADDRESS_INCOMPLETE, Response.GONE -> ClearCause.NOT_FOUND;
            case Response.REQUEST_TIMEOUT, Response.TEMPORARILY_UNAVAILABLE -> ClearCause.NO_ANSWER;
            case Response.NOT_ACCEPTABLE_HERE -> ClearCause.MEDIA_FAILED;
            case Response.SERVICE_UNAVAILABLE -> ClearCause.UNREACHABLE;
            default -> ClearCause.REJECTED;
        };
    }

    @Override
    void onTimeout(ClientTransaction transaction) {
        if (transaction == invite) finish(ClearCause.UNREACHABLE);
    }

    @Override
    void onCancel(ServerTransaction transaction, Request cancel) {
        respond(transaction, network.messages().response(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, cancel));
    }
}
