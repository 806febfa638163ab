package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.PlainText;
import amends.sip.SessionDescription;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.CallMarks;
import amends.telephony.Connection;
import amends.telephony.ConnectionEffect;
import amends.telephony.ConnectionSignal;
import amends.telephony.ConnectionStep;
import amends.telephony.Direction;
import amends.telephony.MediaLeg;
import amends.telephony.Outcome;
import amends.telephony.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call: what {@link Connection} decides, done over SIP. Owned by the call loop. */
final class SipCall {
    private static final Logger LOG = LoggerFactory.getLogger(SipCall.class);
    /** How long a 200 is repeated without an ACK: 64 × T1 (RFC 3261 §13.3.1.4). */
    private static final Duration ACK_PATIENCE = Duration.ofSeconds(32);

    /** A caller whose PBX died takes nothing back. Longer than any queue rings an agent. */
    private static final Duration RING_PATIENCE = Duration.ofMinutes(3);

    private final Session session;
    private final CallId id;
    private final Direction direction;
    private Party remote;
    private final CallMedia media;
    private final CallDialog dialog;
    private final Consumer<CallEvent> tell;
    private final Instant began;
    private final ArrayDeque<ConnectionSignal> waiting = new ArrayDeque<>();
    private InboundInvite inbound;
    private OutboundInvite outbound;
    private Connection connection = new Connection.Null();
    private Optional<Instant> answered = Optional.empty();
    private Cancellable timer = () -> {};
    private boolean muted;
    private CallMarks marks = CallMarks.NONE;
    private UnaryOperator<Call> shown = call -> call;
    private Optional<Referral> referral = Optional.empty();
    private boolean consulted;
    private Optional<Errand> errand = Optional.empty();
    private Optional<SipCall> replaces = Optional.empty();
    private String elsewhere = "";
    private final SessionTimer sessionTimer;
    private final CallChanges changes;
    private final SignOfLife life;
    private boolean signalling;

    /** @param doubt told when the server may be gone */
    SipCall(
            Session session,
            CallId id,
            Direction direction,
            Party remote,
            CallMedia media,
            Consumer<CallEvent> tell,
            Doubt doubt) {
        this.session = session;
        this.id = id;
        this.direction = direction;
        this.remote = remote;
        this.media = media;
        this.tell = tell;
        this.began = session.time().now();
        this.dialog = new CallDialog(session, this);
        this.sessionTimer = new SessionTimer(session, this);
        this.changes = new CallChanges(session, this, direction, media, dialog, sessionTimer);
        this.life = new SignOfLife(session, this, sessionTimer, doubt);
        media.leg().onDigit(digit -> session.loop().execute(() -> pressed(digit)));
        media.leg().onSilence(() -> session.loop().execute(life::missed));
    }

    void begin(InboundInvite invite) {
        inbound = invite;
        if (invite.dialog() != null) invite.dialog().setApplicationData(this);
        timer = session.loop().after(RING_PATIENCE, () -> signal(new ConnectionSignal.Cancelled(false)));
        signal(new ConnectionSignal.Offered());
    }

    void begin(Request invite) {
        outbound = new OutboundInvite(session, invite, media, dialog, this::signal);
        signal(new ConnectionSignal.Dialled());
    }

    CallId id() {
        return id;
    }

    MediaLeg leg() {
        return media.leg();
    }

    void speakLike(SipCall other) {
        media.speakLike(other.media);
    }

    Connection connection() {
        return connection;
    }

    Call snapshot() {
        return shown.apply(new Call(id, direction, remote, connection.state(), began, answered, muted, marks));
    }

    /** @param as what others see of the call from now on */
    void shownAs(UnaryOperator<Call> as) {
        shown = as;
    }

    /** What is offered anew while the call goes on. */
    CallChanges changes() {
        return changes;
    }

    /** Whether the far end is still there. */
    SignOfLife life() {
        return life;
    }

    CallDialog dialog() {
        return dialog;
    }

    /** Changes what is known besides, and tells when that made a difference. */
    void mark(UnaryOperator<CallMarks> change) {
        CallMarks now = change.apply(marks);
        if (now.equals(marks)) return;
        marks = now;
        boolean isTold = !(connection instanceof Connection.Null || connection instanceof Connection.Cleared);
        if (isTold) told(CallEvent.MarksChanged::new);
    }

    /** The server says who is at the far end now. */
    void talksWith(Party now) {
        if (!isUp() || now.user().isBlank() || now.user().equals(remote.user())) return;
        remote = now;
        told(CallEvent.PartyChanged::new);
    }

    /** @param user where a caller who rings is sent */
    void goElsewhere(String user) {
        elsewhere = user;
    }

    /** Whether a request with Replaces means this call (RFC 3891 §3). */
    boolean isUpAs(String callId, String local, String remote) {
        return isUp() && local != null && remote != null && dialog.is(callId, local, remote);
    }

    /** Answers at once, and lets go of the call whose place this one takes as soon as it stands. */
    void takeOver(SipCall old) {
        replaces = Optional.of(old);
        signal(new ConnectionSignal.Answered());
    }

    /** The server wants the call to be led elsewhere. @return false when it wants so already */
    boolean runs(Errand errand) {
        if (this.errand.filter(e -> !e.isOver()).isPresent()) return false;
        this.errand = Optional.of(errand);
        return true;
    }

    Outcome decide(boolean go) {
        return errand.map(e -> e.decide(go)).orElseGet(() -> new Outcome.Rejected("nobody asks for this any more"));
    }

    /** The call's party is being passed on. */
    void moves(Referral referral) {
        this.referral = Optional.of(referral);
    }

    /** The call's party is to take the referred one. */
    void movesWith(Referral referral) {
        this.referral = Optional.of(referral);
        consulted = true;
    }

    boolean isMoving() {
        return referral.filter(r -> !r.isOver()).isPresent();
    }

    /** What the exchange tells of a REFER of ours. @return whether there is one */
    boolean told(Request notify) {
        if (referral.isEmpty() || consulted) return false;
        referral.get().told(notify);
        return true;
    }

    /** A BYE came. While the call is passed on it may mean that the exchange has it now. @param lost by its own word */
    void farCleared(boolean lost) {
        boolean taken = referral.filter(Referral::isTaken).isPresent();
        if (taken && !consulted) referral.get().farCleared();
        if (taken) signal(new ConnectionSignal.PassedOn(false));
        else signal(lost ? new ConnectionSignal.FarLost() : new ConnectionSignal.FarCleared());
    }

    /** What the agent wishes, which may not fit. */
    Outcome ask(ConnectionSignal signal) {
        String was = connection.getClass().getSimpleName();
        return signal(signal)
                ? Outcome.ACCEPTED
                : new Outcome.Rejected(signal.getClass().getSimpleName() + " does not fit a call that is " + was);
    }

    /** Says what happened. Signals that come of it wait until its effects are done. @return whether it fitted */
    boolean signal(ConnectionSignal signal) {
        if (signalling) {
            waiting.add(signal);
            return true;
        }
        signalling = true;
        boolean fitted = step(signal);
        for (ConnectionSignal next = waiting.poll(); next != null; next = waiting.poll()) step(next);
        signalling = false;
        changes.ifDue();
        return fitted;
    }

    private boolean step(ConnectionSignal signal) {
        ConnectionStep step = connection.next(signal);
        step.ignored().ifPresent(reason -> LOG.info("{}: {}", this, reason));
        connection = step.next();
        step.effects().forEach(this::perform);
        return step.ignored().isEmpty();
    }

    private void perform(ConnectionEffect effect) {
        switch (effect) {
            case SEND_INVITE -> outbound.send();
            case SEND_RINGING -> inbound.ringing();
            case SEND_OK -> sendOk();
            case SEND_ACK -> dialog.ack(outbound.sequence());
            case REFUSE_BUSY -> inbound.refuse(Response.BUSY_HERE);
            case REFUSE_DECLINE -> inbound.refuse(Response.DECLINE);
            case REFUSE_MOVED -> inbound.moved(elsewhere);
            case REFUSE_TERMINATED -> inbound.refuse(Response.REQUEST_TERMINATED);
            case SEND_CANCEL -> outbound.cancel();
            case SEND_BYE -> dialog.bye();
            case OFFER_HOLD -> changes.offer(true);
            case OFFER_RETRIEVE -> changes.offer(false);
            case RETRY_LATER -> changes.retryLater();
            case ACCEPT_CHANGE -> changes.accept();
            case REFUSE_CHANGE -> changes.refuse();
            case TELL_ORIGINATED -> told(CallEvent.Originated::new);
            case TELL_DELIVERED -> told(CallEvent.Delivered::new);
            case TELL_ESTABLISHED -> established();
            case TELL_HELD -> told(CallEvent.Held::new);
            case TELL_RETRIEVED -> told(CallEvent.Retrieved::new);
            case RELEASE -> release();
        }
    }

    private void told(Function<Call, CallEvent> event) {
        tell.accept(event.apply(snapshot()));
    }

    private void sendOk() {
        dialog.answering(inbound.dialog());
        Optional<SessionDescription> answer = inbound.offer().isEmpty()
                ? Optional.of(media.offerAsIs())
                : inbound.offer().flatMap(media::answer);
        if (inbound.offer().isEmpty()) changes.answeredInAck();
        SessionTerms terms = SessionTerms.answering(inbound.request());
        dialog.learn(inbound.request(), Optional.of(terms));
        if (answer.isPresent()) inbound.ok(answer.get(), terms);
        else inbound.refuse(Response.NOT_ACCEPTABLE_HERE);
        timer.cancel();
        timer = session.loop().after(ACK_PATIENCE, this::ackMissed);
    }

    /** Whether a CANCEL is about this call's INVITE. */
    boolean invitedBy(ServerTransaction transaction) {
        return inbound != null && inbound.transaction() == transaction;
    }

    /** The ACK of a 200 of ours came. */
    void acknowledged(Request ack) {
        boolean usable = changes.settledBy(ack);
        boolean first = connection instanceof Connection.Answering;
        if (first) timer.cancel();
        dialog.answerSettled();
        if (first) signal(new ConnectionSignal.Acknowledged(usable));
    }

    void ackMissed() {
        dialog.answerSettled();
        if (connection instanceof Connection.Answering) signal(new ConnectionSignal.AckMissed());
    }

    private void established() {
        answered = Optional.of(session.time().now());
        dialog.terms().ifPresent(sessionTimer::begin);
        told(CallEvent.Established::new);
        replaces.ifPresent(old -> old.signal(new ConnectionSignal.Replaced()));
    }

    boolean isUp() {
        return answered.isPresent() && !(connection instanceof Connection.Cleared);
    }

    /** Whether the call is answered, not over, and lives in this dialog. */
    boolean isUpOn(Dialog ended) {
        return isUp() && dialog.is(ended);
    }

    /** A 200 to an INVITE of ours came again. */
    void repeated(Dialog on, Response response) {
        dialog.again(on, response);
    }

    /** In the voice stream where that was agreed, else by INFO where the far end takes it, else as tones. */
    Outcome sendKeys(String keys) {
        if (!keys.matches("[0-9*#A-D]{1,32}")) return new Outcome.Rejected("keys are 0-9 * # A-D, at most 32");
        if (!(connection instanceof Connection.Connected))
            return new Outcome.Rejected("keys are sent in an answered call that is not on hold");
        if (media.takesKeys() || !dialog.takesInfo()) media.leg().sendDigits(keys);
        else new KeyRelay(session, dialog, keys, media.leg()::sendDigits).send();
        return Outcome.ACCEPTED;
    }

    Outcome mute(boolean muted) {
        if (this.muted == muted) return Outcome.ACCEPTED;
        this.muted = muted;
        media.leg().mute(muted);
        told(CallEvent.MuteChanged::new);
        return Outcome.ACCEPTED;
    }

    void pressed(char digit) {
        if (!(connection instanceof Connection.Cleared)) tell.accept(new CallEvent.DigitPressed(snapshot(), digit));
    }

    private void release() {
        timer.cancel();
        sessionTimer.stop();
        life.stop();
        changes.stop();
        dialog.over();
        errand.ifPresent(Errand::drop);
        media.leg().close();
        tell.accept(new CallEvent.ConnectionCleared(snapshot(), ((Connection.Cleared) connection).cause()));
    }

    @Override
    public String toString() {
        return "call " + PlainText.line(id.value(), 80);
    }
}
