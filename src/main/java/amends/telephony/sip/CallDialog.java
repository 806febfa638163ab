package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.sip.SessionDescription;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.header.AllowHeader;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that we send within the dialog of a call: ACK, BYE and INVITE again. */
final class CallDialog {
    private static final Logger LOG = LoggerFactory.getLogger(CallDialog.class);

    /** What became of an INVITE within the dialog. */
    sealed interface Changed {
        /** @param answer the body of the 200, already acknowledged */
        record Agreed(byte[] answer) implements Changed {}

        record Refused(int status) implements Changed {}

        /** The far end works on it for ever: it was taken back, and what held holds. */
        record Unanswered() implements Changed {}

        /** Not a word came. */
        record Silent() implements Changed {}
    }

    /** From the far end's first word on. Nobody rings meanwhile: whoever means to answer has answered by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(16);

    /** For the last word on what was taken back. */
    private static final Duration LAST_WORD = Duration.ofSeconds(4);

    private final Session session;
    private final SipCall call;
    private Optional<Dialog> dialog = Optional.empty();
    private Optional<Request> lastAck = Optional.empty();
    private Optional<SessionTerms> terms = Optional.empty();
    private final Set<String> allowed = new HashSet<>();
    private boolean unacknowledged;
    private boolean byeWaits;
    private boolean inviting;
    private boolean ended;
    /** Of the INVITE that waits for its answer. */
    private Cancellable patience = () -> {};
    /** Numbers of INVITEs that nobody waits for any more. */
    private final Set<Long> givenUp = new HashSet<>();

    private final Queue<Runnable> queued = new ArrayDeque<>();

    CallDialog(Session session, SipCall call) {
        this.session = session;
        this.call = call;
    }

    /** What the far end said of itself when the call was made. @param agreed empty when no timer is kept */
    void learn(Message said, Optional<SessionTerms> agreed) {
        terms = agreed;
        for (Iterator<?> all = said.getHeaders(AllowHeader.NAME); all.hasNext(); )
            allowed.addAll(List.of(((AllowHeader) all.next()).getMethod().split("[,\\s]+")));
    }

    boolean takesUpdate() {
        return allowed.contains(Request.UPDATE);
    }

    boolean takesInfo() {
        return allowed.contains(Request.INFO);
    }

    Optional<SessionTerms> terms() {
        return terms;
    }

    void established(Dialog dialog) {
        this.dialog = Optional.ofNullable(dialog);
        if (dialog != null) dialog.setApplicationData(call);
    }

    boolean is(Dialog other) {
        return dialog.filter(d -> d == other).isPresent();
    }

    /** Our 200 is out; a BYE of ours waits for its ACK (RFC 3261 §15). */
    void answering(Dialog dialog) {
        established(dialog);
        unacknowledged = true;
    }

    /** The ACK came, or is no longer to be hoped for. */
    void answerSettled() {
        unacknowledged = false;
        if (byeWaits) bye();
    }

    /** Acknowledges the 200 to the INVITE of the given number. */
    void ack(long sequence) {
        dialog.ifPresent(d -> ack(d, sequence));
    }

    private void ack(Dialog on, long sequence) {
        try {
            Request ack = on.createAck(sequence);
            session.messages().dress(ack);
            lastAck = Optional.of(ack);
            session.endpoint().ack(on, ack);
        } catch (SipException | InvalidArgumentException e) {
            LOG.warn("the 200 of {} cannot be acknowledged: {}", call, e.getMessage());
        }
    }

    /** A 200 came again: its ACK was lost. One from another dialog is a fork that nobody wants. */
    void again(Dialog on, Response response) {
        if (on == null) return;
        long sequence = sequence(response);
        if (dialog.isPresent() && dialog.get() != on) {
            decline(on, response);
            return;
        }
        if (givenUp.remove(sequence)) {
            // It changed something after all, which is changed back.
            ack(on, sequence);
            call.changes().moved();
            return;
        }
        lastAck.filter(a -> ((CSeqHeader) a.getHeader(CSeqHeader.NAME)).getSeqNumber() == sequence)
                .ifPresent(a -> session.endpoint().ack(on, a));
    }

    /** Takes note of a 200 that comes too late to be wanted, and hangs up. */
    void decline(Dialog on, Response response) {
        if (on == null) return;
        ack(on, sequence(response));
        bye(on);
    }

    void bye() {
        byeWaits = unacknowledged;
        if (!byeWaits) dialog.ifPresent(this::bye);
    }

    private void bye(Dialog on) {
        try {
            Request bye = on.createRequest(Request.BYE);
            session.messages().dress(bye);
            session.exchange(new Unheard()).send(on, bye);
        } catch (SipException e) {
            LOG.debug("no BYE for {}: its dialog is gone", call, e);
        }
    }

    /** A request within the dialog. @throws SipException when there is none */
    Request request(String method) throws SipException {
        Request request =
                dialog.orElseThrow(() -> new SipException("no dialog")).createRequest(method);
        session.messages().dress(request);
        return request;
    }

    void send(Request request, Exchange.Listener listener) {
        dialog.ifPresent(d -> session.exchange(listener).send(d, request));
    }

    /**
     * Where, and in place of which dialog, a third party may call so as to take ours over (RFC 3891): the far end's
     * URI with Replaces as its header. Tags are named as the far end sees them.
     */
    Optional<String> replaced() {
        return dialog.filter(d -> d.getRemoteTag() != null && d.getRemoteTarget() != null)
                .map(d -> {
                    String uri = d.getRemoteTarget().getURI().toString();
                    String replaces =
                            d.getCallId().getCallId() + ";to-tag=" + d.getRemoteTag() + ";from-tag=" + d.getLocalTag();
                    return uri + (uri.indexOf('?') < 0 ? "?" : "&") + "Replaces="
                            + URLEncoder.encode(replaces, StandardCharsets.UTF_8);
                });
    }

    /** Whether this is the dialog of that Call-ID and those tags, as we see them. */
    boolean is(String callId, String local, String remote) {
        return dialog.filter(d -> d.getCallId().getCallId().equals(callId)
                        && local.equals(d.getLocalTag())
                        && remote.equals(d.getRemoteTag()))
                .isPresent();
    }

    /** Whether an INVITE of ours waits for its final response: the far end's own must wait then (RFC 3261 §14). */
    boolean isInviting() {
        return inviting;
    }

    /**
     * Offers other terms for the call, once what was offered before is settled.
     *
     * @param offer asked when it is sent
     */
    void invite(Supplier<SessionDescription> offer, Consumer<Changed> then) {
        if (inviting) queued.add(() -> inviteNow(offer.get(), then));
        else inviteNow(offer.get(), then);
    }

    /** What waits to be offered is not offered any more. */
    void over() {
        ended = true;
        queued.clear();
        patience.cancel();
    }

    private void settled(Consumer<Changed> then, Changed changed) {
        inviting = false;
        if (ended) return;
        then.accept(changed);
        if (!inviting && !queued.isEmpty()) queued.poll().run();
        if (!inviting) call.changes().ifDue();
    }

    private void inviteNow(SessionDescription offer, Consumer<Changed> then) {
        inviting = true;
        try {
            Request invite = request(Request.INVITE);
            invite.setHeader(session.contact());
            session.messages().describe(invite, offer);
            proposeSession(invite);
            new Change(then).send(invite);
        } catch (SipException e) {
            LOG.info("{} cannot be changed: {}", call, e.getMessage());
            settled(then, new Changed.Silent());
        }
    }

    /** Lets an INVITE or UPDATE of ours refresh the session too. */
    void proposeSession(Request request) {
        int seconds = terms.map(SessionTerms::seconds).orElse(SessionTerms.USUAL);
        SessionTerms.propose(request, seconds, SessionTerms.LEAST, session.messages());
        session.messages().support(request);
    }

    static String method(Response response) {
        return ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod();
    }

    static long sequence(Response response) {
        return ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    private final class Change implements Exchange.Listener {
        private final Consumer<Changed> then;
        private final Exchange exchange = session.exchange(this);
        private boolean worksOnIt;
        private boolean over;

        Change(Consumer<Changed> then) {
            this.then = then;
        }

        @Override
        public void answered(Response response, Dialog on, boolean proven) {
            int status = response.getStatusCode();
            if (status < 200) {
                bePatient();
                return;
            }
            if (over) {
                again(on, response);
                return;
            }
            end();
            if (status < 300) {
                ack(sequence(response));
                call.changes().refreshed(response);
                settled(then, new Changed.Agreed(amends.sip.SipMessages.body(response)));
            } else {
                settled(then, new Changed.Refused(status));
            }
        }

        @Override
        public void silent() {
            if (over) return;
            end();
            settled(then, new Changed.Silent());
        }

        void send(Request invite) {
            dialog.ifPresent(d -> exchange.send(d, invite));
        }

        private void end() {
            over = true;
            patience.cancel();
        }

        /** The stack itself waits only for the first word. */
        private void bePatient() {
            if (worksOnIt || over || ended) return;
            worksOnIt = true;
            patience = session.loop().after(PATIENCE, () -> {
                LOG.info("{}: the far end does not say what becomes of the change", call);
                exchange.cancel();
                patience = session.loop().after(LAST_WORD, this::giveUp);
            });
        }

        private void giveUp() {
            end();
            givenUp.add(exchange.sequence());
            exchange.abandon();
            settled(then, new Changed.Unanswered());
        }
    }

    private static final class Unheard implements Exchange.Listener {
        @Override
        public void answered(Response response, Dialog on, boolean proven) {}

        @Override
        public void silent() {}
    }
}
