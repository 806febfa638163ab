package amends.pbx;

import amends.sip.MalformedSdp;
import amends.sip.SessionDescription;
import amends.sip.SipEndpoint;
import amends.sip.SipMessages;
import amends.sip.Transport;
import amends.telephony.Codec;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One dialog of the exchange with one party. Belongs to the exchange's loop. */
final class SipLeg {
    private static final Logger LOG = LoggerFactory.getLogger(SipLeg.class);
    private final SipEndpoint endpoint;
    private final SipMessages messages;
    private final String callId;
    private final String user;
    private final Transport over;
    private final LegMedia media;
    private final String tag;
    private final ServerTransaction offered;
    private final ClientTransaction calling;
    private final Optional<SessionDescription> offer;
    private LegState state;
    private LegListener listener = new LegListener() {};
    private HangupCause refusal = HangupCause.NORMAL;
    private boolean answerDue;
    private boolean rings;
    private boolean probing;
    private int sweeps;
    private boolean heard;
    private String movedTo = "";
    /** The party's INVITE, or its 200 to ours. */
    private Message terms;

    /** A leg that a party began. @param offer what it proposed; empty when it wants to be offered */
    static SipLeg incoming(
            SipEndpoint endpoint, ServerTransaction invite, Optional<SessionDescription> offer, LegMedia media) {
        var leg = new SipLeg(endpoint, invite.getRequest(), invite, null, offer, media, LegState.OFFERED);
        invite.getDialog().setApplicationData(leg);
        return leg;
    }

    /** A leg that the exchange begins; {@link #dial} sends it. */
    static SipLeg outgoing(SipEndpoint endpoint, ClientTransaction invite, LegMedia media) {
        var leg = new SipLeg(endpoint, invite.getRequest(), null, invite, Optional.empty(), media, LegState.CALLING);
        invite.setApplicationData(leg);
        invite.getDialog().setApplicationData(leg);
        return leg;
    }

    private SipLeg(
            SipEndpoint endpoint,
            Request invite,
            ServerTransaction offered,
            ClientTransaction calling,
            Optional<SessionDescription> offer,
            LegMedia media,
            LegState state) {
        this.endpoint = endpoint;
        this.messages = endpoint.messages();
        this.callId = ((CallIdHeader) invite.getHeader(CallIdHeader.NAME)).getCallId();
        this.user = SipText.userOf(invite.getRequestURI());
        this.over = SipText.transport(invite);
        this.tag = messages.token();
        this.offered = offered;
        this.calling = calling;
        this.offer = offer;
        this.terms = invite;
        this.media = media;
        this.state = state;
    }

    String callId() {
        return callId;
    }

    LegMedia media() {
        return media;
    }

    /** What the caller proposed; empty when it wants to be offered, and then anything carried will do. */
    List<Codec> proposed() {
        return offer.map(media::carried).orElse(LegMedia.CARRIED);
    }

    void listen(LegListener listener) {
        this.listener = listener;
    }

    void dial() {
        endpoint.send(calling);
    }

    /** Whether the party that was dialled has not said anything yet. */
    boolean unheard() {
        return state == LegState.CALLING && !heard;
    }

    /** Tells the caller once that the telephone rings. */
    void ring() {
        if (state != LegState.OFFERED || rings) return;
        rings = true;
        endpoint.respond(offered, toInvite(Response.RINGING));
    }

    /** @param able the codecs that may be agreed to; @return false when there is none, and the leg is to be refused */
    boolean answer(List<Codec> able) {
        if (state != LegState.OFFERED) return false;
        Optional<SessionDescription> session = offer.isPresent()
                ? media.answer(offer.get(), able)
                : Optional.of(media.offer(List.of(Codec.PCMU, Codec.TELEPHONE_EVENT)));
        if (session.isEmpty()) return false;
        answerDue = offer.isEmpty();
        Response ok = toInvite(Response.OK);
        messages.describe(ok, session.get());
        happen(LegState.Event.WE_ANSWER, ok);
        return true;
    }

    /** Ends the leg in whatever state it is. The listener hears nothing more. */
    void hangUp(HangupCause cause) {
        listener = new LegListener() {};
        refusal = cause;
        happen(LegState.Event.WE_HANG_UP, null);
    }

    /** Ends the leg as if the party had done it. */
    void dismiss() {
        LegListener told = listener;
        boolean answered = state == LegState.UP || state == LegState.ANSWERED || state == LegState.OFFERED;
        hangUp(HangupCause.NORMAL);
        if (answered) told.ended();
        else told.refused(HangupCause.NORMAL);
    }

    /**
     * Asks a party whose media fell silent whether it is still there. A telephone that was switched off in mid-call
     * would else keep the other party, and the agent, for ever.
     */
    void probeIfSilent() {
        boolean silent = media.port().fellSilent();
        if (!silent || state != LegState.UP || probing) return;
        try {
            Request options = dialog().createRequest(Request.OPTIONS);
            messages.dress(options);
            endpoint.send(dialog(), options).setApplicationData(this);
            probing = true;
            LOG.debug("{}: silent, asked whether it is there", callId);
        } catch (SipException e) {
            LOG.debug("{}: cannot be asked", callId, e);
        }
    }

    /**
     * Called every 15 s. An ACK that is missing at the second time is taken for lost: the stack repeats the 200 until
     * then, and forgets the dialog, without a word, soon after.
     *
     * @return whether the leg is over since the last time and may be forgotten
     */
    boolean sweep() {
        boolean forgotten = state == LegState.ENDED && sweeps++ > 0;
        boolean waits = state == LegState.ANSWERED || state == LegState.LEAVING;
        if (waits && ++sweeps == 2) onAckMissing();
        return forgotten;
    }

    /** Hung up before the party acknowledged our 200: the BYE follows the ACK. */
    boolean awaitsAck() {
        return state == LegState.LEAVING;
    }

    /** @param there whether any answer came that knows the call */
    void onProbed(boolean there) {
        probing = false;
        if (there || state != LegState.UP) return;
        LOG.info("{}: the far end is gone, the call is ended", callId);
        happen(LegState.Event.LOST, null);
    }

    void onRequest(Request request, ServerTransaction transaction) {
        switch (request.getMethod()) {
            case Request.ACK -> acknowledged(request);
            case Request.BYE -> {
                endpoint.respond(transaction, messages.response(Response.OK, request));
                if (state == LegState.OFFERED) refusal = HangupCause.NO_ANSWER;
                happen(LegState.Event.BYE, null);
            }
            case Request.INVITE, Request.UPDATE -> reoffered(request, transaction);
            case Request.REFER -> referred(request, transaction);
            case Request.OPTIONS -> endpoint.respond(transaction, messages.response(Response.OK, request));
            default -> endpoint.respond(transaction, messages.response(Response.METHOD_NOT_ALLOWED, request));
        }
    }

    private void referred(Request request, ServerTransaction transaction) {
        boolean may = state == LegState.UP && listener.mayRefer();
        Optional<ReferAsk> ask = may ? ReferAsk.of(this, request) : Optional.empty();
        int refused = may ? Response.BAD_REQUEST : Response.FORBIDDEN;
        endpoint.respond(transaction, messages.response(ask.isPresent() ? Response.ACCEPTED : refused, request));
        ask.ifPresent(listener::referred);
    }

    /** Tells the party how far the call is that it wanted (RFC 3515 §2.4.4). */
    void notifyRefer(int status) {
        if (state == LegState.UP) LegNews.ofRefer(endpoint, dialog(), messages.contact(user, over), status);
    }

    /** Tells the party with whom it talks from now on. */
    void notifyOther(Identity other) {
        if (state == LegState.UP) LegNews.ofOther(endpoint, dialog(), messages.contact(user, over), other, terms);
    }

    /** Whether it is this dialog that somebody wants to take the place of. */
    boolean is(ReferAsk.Replaced wanted) {
        return callId.equals(wanted.callId())
                && wanted.local().equals(dialog().getLocalTag())
                && wanted.remote().equals(dialog().getRemoteTag());
    }

    void onCancel() {
        refusal = HangupCause.NO_ANSWER;
        happen(LegState.Event.CANCELLED, null);
    }

    void onAckMissing() {
        LOG.info("{}: no ACK came, the call is ended", callId);
        happen(LegState.Event.ACK_MISSING, null);
    }

    void onResponse(Response response) {
        int status = response.getStatusCode();
        heard = true;
        if (status < 200) {
            if (status == Response.TRYING) return;
            rings = status == Response.RINGING;
            happen(LegState.Event.PROVISIONAL, null);
        } else if (status < 300) {
            answered(response);
        } else {
            refusal = HangupCause.ofStatus(status);
            movedTo = status < 400 ? SipText.contactUser(response) : "";
            happen(LegState.Event.REFUSED, null);
        }
    }

    void onTimeout() {
        refusal = HangupCause.UNREACHABLE;
        happen(LegState.Event.REFUSED, null);
    }

    private void answered(Response response) {
        boolean first = state == LegState.CALLING || state == LegState.PROCEEDING;
        boolean agreed = !first
                || described(SipMessages.body(response)).filter(media::take).isPresent();
        if (!agreed) {
            LOG.info("{}: the answer has nothing in common with the offer", callId);
            LegListener told = listener;
            hangUp(HangupCause.NOT_ACCEPTABLE);
            happen(LegState.Event.ACCEPTED, response);
            told.refused(HangupCause.NOT_ACCEPTABLE);
            return;
        }
        terms = response;
        happen(LegState.Event.ACCEPTED, response);
    }

    private void acknowledged(Request ack) {
        if (answerDue) {
            answerDue = false;
            boolean held = media.held();
            if (described(SipMessages.body(ack)).filter(media::take).isEmpty())
                LOG.info("{}: the ACK brought no usable answer", callId);
            else if (media.held() != held) listener.held(media.held());
            else listener.renegotiated();
        }
        happen(LegState.Event.ACKED, null);
    }

    /** A re-INVITE or UPDATE is answered here: the other leg need not know on what terms this one goes on. */
    private void reoffered(Request request, ServerTransaction transaction) {
        byte[] body = SipMessages.body(request);
        boolean invite = request.getMethod().equals(Request.INVITE);
        Response ok = messages.response(Response.OK, request);
        ok.setHeader(messages.contact(user, over));
        if (state != LegState.UP && state != LegState.ANSWERED) {
            endpoint.respond(transaction, messages.response(Response.REQUEST_PENDING, request));
        } else if (body.length == 0) {
            if (invite) {
                messages.describe(ok, media.offerAgain());
                answerDue = true;
            }
            endpoint.respond(transaction, ok);
        } else {
            reanswer(request, transaction, body, ok);
        }
    }

    private void reanswer(Request request, ServerTransaction transaction, byte[] body, Response ok) {
        boolean held = media.held();
        var answer = described(body).flatMap(reoffer -> media.answer(reoffer, media.agreed()));
        if (answer.isEmpty()) {
            endpoint.respond(transaction, messages.response(Response.NOT_ACCEPTABLE_HERE, request));
            return;
        }
        messages.describe(ok, answer.get());
        // Before the party may speak again: what it says at once is heard.
        if (media.held() != held) listener.held(media.held());
        else listener.renegotiated();
        endpoint.respond(transaction, ok);
    }

    private Optional<SessionDescription> described(byte[] body) {
        try {
            return body.length == 0 ? Optional.empty() : Optional.of(SessionDescription.parse(body));
        } catch (MalformedSdp e) {
            LOG.info("{}: {}", callId, e.getMessage());
            return Optional.empty();
        }
    }

    private void happen(LegState.Event event, Response response) {
        LegState before = state;
        LegState.Next next = state.next(event);
        state = next.state();
        LOG.debug("{}: {} in {} leads to {} {}", callId, event, before, state, next.effects());
        for (LegState.Effect effect : next.effects()) {
            try {
                carryOut(effect, response);
            } catch (SipException | InvalidArgumentException | ParseException e) {
                LOG.warn("{}: {} failed", callId, effect, e);
            }
        }
    }

    private void carryOut(LegState.Effect effect, Response response)
            throws SipException, InvalidArgumentException, ParseException {
        switch (effect) {
            case SEND_OK -> endpoint.respond(offered, response);
            case SEND_REFUSAL -> endpoint.respond(offered, toInvite(refusalStatus()));
            case SEND_ACK -> {
                Dialog dialog = calling.getDialog();
                long sequence = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
                endpoint.ack(dialog, dialog.createAck(sequence));
            }
            case SEND_CANCEL -> endpoint.send(endpoint.transaction(calling.createCancel()));
            case SEND_BYE -> endpoint.send(dialog(), bye());
            case TELL_PROGRESS -> listener.progressed(rings);
            case TELL_ACCEPTED -> listener.accepted();
            case TELL_REFUSED -> {
                if (movedTo.isEmpty()) listener.refused(refusal);
                else listener.moved(movedTo);
            }
            case TELL_ENDED -> listener.ended();
        }
    }

    private int refusalStatus() {
        return refusal == HangupCause.NO_ANSWER ? Response.REQUEST_TERMINATED : refusal.status();
    }

    private Request bye() throws SipException {
        Request bye = dialog().createRequest(Request.BYE);
        messages.dress(bye);
        return bye;
    }

    private Dialog dialog() {
        return offered != null ? offered.getDialog() : calling.getDialog();
    }

    private Response toInvite(int status) {
        try {
            Response response = messages.response(status, offered.getRequest());
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag);
            if (status < 300) response.setHeader(messages.contact(user, over));
            return response;
        } catch (ParseException e) {
            throw new IllegalStateException("our own tag cannot be written", e);
        }
    }
}
