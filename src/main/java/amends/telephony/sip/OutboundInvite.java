package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.sip.MalformedSdp;
import amends.sip.SessionDescription;
import amends.sip.SipMessages;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionSignal;
import amends.telephony.ConnectionSignal.Failed;
import amends.telephony.ConnectionSignal.FarAnswered;
import amends.telephony.ConnectionSignal.Proceeding;
import amends.telephony.ConnectionSignal.Rang;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.header.RSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An INVITE of ours, from the first word to the final one. */
final class OutboundInvite implements Exchange.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(OutboundInvite.class);
    /** For the first word of the server, and for its last one after a CANCEL. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** How long what comes after that is still answered: longer than any callee rings. */
    private static final Duration LATE = Duration.ofMinutes(3);

    private final Session session;
    private final Request request;
    private final CallMedia media;
    private final CallDialog dialog;
    private final Consumer<ConnectionSignal> signals;
    private Exchange exchange;
    private Cancellable patience = () -> {};
    /** The provisional responses that were acknowledged. */
    private final Set<String> proven = new HashSet<>();

    private boolean raised;
    private boolean early;
    private boolean answered;
    private boolean givenUp;
    private boolean cancelled;

    OutboundInvite(
            Session session, Request request, CallMedia media, CallDialog dialog, Consumer<ConnectionSignal> signals) {
        this.session = session;
        this.request = request;
        this.media = media;
        this.dialog = dialog;
        this.signals = signals;
        exchange = session.exchange(this);
    }

    void send() {
        session.messages().describe(request, media.offer(false));
        SessionTerms.propose(request, SessionTerms.USUAL, SessionTerms.LEAST, session.messages());
        session.messages().support(request);
        bePatient();
        exchange.send(request);
    }

    /** The number of the INVITE that is being answered: a challenge makes it one more. */
    long sequence() {
        return exchange.sequence();
    }

    void cancel() {
        cancelled = true;
        exchange.cancel();
        bePatient();
    }

    private void bePatient() {
        patience.cancel();
        patience = session.loop().after(PATIENCE, () -> {
            givenUp = true;
            exchange.giveUp();
            session.loop().after(LATE, exchange::abandon);
            signals.accept(new Failed(ClearCause.UNREACHABLE));
        });
    }

    /** Somebody answers for a call that is over here: it is taken back, or hung up. */
    private void late(Response response, Dialog on) {
        int status = response.getStatusCode();
        if (status < 200 && !cancelled) {
            cancelled = true;
            exchange.cancel();
        } else if (status / 100 == 2) {
            LOG.info("an answer comes too late");
            dialog.decline(on, response);
        }
    }

    @Override
    public void answered(Response response, Dialog on, boolean withCredentials) {
        if (givenUp) {
            late(response, on);
            return;
        }
        patience.cancel();
        int status = response.getStatusCode();
        if (status < 200) {
            acknowledgeProvisional(response, on);
            provisional(response, status);
        } else if (status < 300) accepted(response, on);
        else if (status == SessionTerms.TOO_SMALL && !raised && SessionTerms.least(response) > SessionTerms.LEAST)
            sendLonger(SessionTerms.least(response));
        else signals.accept(new Failed(cause(status)));
    }

    @Override
    public void silent() {
        if (givenUp) return;
        patience.cancel();
        signals.accept(new Failed(ClearCause.UNREACHABLE));
    }

    /** The far end bears no session as short as ours; asked once more with what it wants. */
    private void sendLonger(int least) {
        raised = true;
        Request longer = exchange.again();
        SessionTerms.propose(longer, Math.max(least, SessionTerms.USUAL), least, session.messages());
        exchange = session.exchange(this);
        bePatient();
        exchange.send(longer);
    }

    /** A provisional response that must not be lost is acknowledged (RFC 3262); once, however often it comes. */
    private void acknowledgeProvisional(Response response, Dialog on) {
        var number = (RSeqHeader) response.getHeader(RSeqHeader.NAME);
        if (on == null || number == null || !proven.add(on.getDialogId() + " " + number.getSequenceNumber())) return;
        try {
            Request prack = on.createPrack(response);
            session.messages().dress(prack);
            session.exchange(new Unheard()).send(on, prack);
        } catch (SipException e) {
            LOG.info("a provisional response cannot be acknowledged: {}", e.getMessage());
        }
    }

    private static final class Unheard implements Exchange.Listener {
        @Override
        public void answered(Response response, Dialog on, boolean proven) {}

        @Override
        public void silent() {}
    }

    private void provisional(Response response, int status) {
        if (status > Response.TRYING) early = media.preview(description(response)) || early;
        signals.accept(status == Response.RINGING ? new Rang() : new Proceeding());
    }

    private void accepted(Response response, Dialog on) {
        if (answered) {
            dialog.again(on, response);
            return;
        }
        answered = true;
        dialog.established(on);
        dialog.learn(response, SessionTerms.agreed(response));
        SessionDescription answer = description(response);
        signals.accept(new FarAnswered(answer == null ? early : media.settle(answer)));
    }

    /** What the response describes; null when nothing usable. */
    private static SessionDescription description(Response response) {
        byte[] body = SipMessages.body(response);
        if (body.length == 0) return null;
        try {
            return SessionDescription.parse(body);
        } catch (MalformedSdp e) {
            LOG.info("the answer is refused: {}", e.getMessage());
            return null;
        }
    }

    /** What a final response says about why (RFC 3261 §21). Redirections are not followed. */
    static ClearCause cause(int status) {
        return switch (status) {
            case 486, 600 -> ClearCause.BUSY;
            case 404, 410, 484, 485, 604 -> ClearCause.NOT_FOUND;
            case 408, 480 -> ClearCause.NO_ANSWER;
            case 487 -> ClearCause.CANCELLED;
            case 415, 488, 606 -> ClearCause.MEDIA_FAILED;
            default -> status >= 500 && status < 600 ? ClearCause.UNREACHABLE : ClearCause.REJECTED;
        };
    }
}
