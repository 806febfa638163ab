package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.sip.MalformedSdp;
import amends.sip.SessionDescription;
import amends.sip.SipMessages;
import amends.telephony.Connection;
import amends.telephony.ConnectionSignal;
import amends.telephony.Direction;
import java.time.Duration;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is offered anew in the middle of a call, by us and by the far end (RFC 3261 §14). An offer of ours that nobody
 * answers leaves the call as it was while the far end is still heard; only one who is silent in every way is lost.
 * Owned by the call loop.
 */
final class CallChanges {
    private static final Logger LOG = LoggerFactory.getLogger(CallChanges.class);
    private static final int MOST_GLARES = 3;
    /** An offer that must be made, and was not answered, is made again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Session session;
    private final SipCall call;
    private final Direction direction;
    private final CallMedia media;
    private final CallDialog dialog;
    private final SessionTimer timer;
    private Cancellable retry = () -> {};
    private FarChange farChange;
    private boolean farHolds;
    private boolean answerInAck;
    private boolean reofferDue;
    private int glares;

    CallChanges(
            Session session,
            SipCall call,
            Direction direction,
            CallMedia media,
            CallDialog dialog,
            SessionTimer timer) {
        this.session = session;
        this.call = call;
        this.direction = direction;
        this.media = media;
        this.dialog = dialog;
        this.timer = timer;
    }

    /** Our side was described in a 200 of ours: what they say to it comes with its ACK. */
    void answeredInAck() {
        answerInAck = true;
    }

    /** An ACK came. @return whether there is something to talk in */
    boolean settledBy(Request ack) {
        boolean usable = !answerInAck || description(ack).map(media::settle).orElse(false);
        answerInAck = false;
        return usable;
    }

    void offer(boolean hold) {
        dialog.invite(() -> media.offer(hold), changed -> {
            switch (changed) {
                case CallDialog.Changed.Agreed(byte[] answer) -> agreed(answer);
                case CallDialog.Changed.Refused(int status) -> refused(status);
                case CallDialog.Changed.Unanswered() -> call.signal(new ConnectionSignal.ChangeRefused());
                case CallDialog.Changed.Silent() ->
                    call.signal(isHeard() ? new ConnectionSignal.ChangeRefused() : new ConnectionSignal.Lost());
            }
        });
    }

    /** Whether the far end's voice still comes: whoever is heard is not gone, whatever becomes of a request. */
    boolean isHeard() {
        return media.leg().isHeard();
    }

    private void agreed(byte[] answer) {
        boolean usable = parsed(answer).map(media::settle).orElse(false);
        call.signal(usable ? new ConnectionSignal.ChangeAccepted() : new ConnectionSignal.ChangeRefused());
    }

    private void refused(int status) {
        boolean glare = status == Response.REQUEST_PENDING && ++glares <= MOST_GLARES;
        if (!glare) glares = 0;
        LOG.info("{}: the far end refuses the change with {}", call, status);
        call.signal(
                isGone(status)
                        ? new ConnectionSignal.Lost()
                        : glare ? new ConnectionSignal.ChangeGlared() : new ConnectionSignal.ChangeRefused());
    }

    /** Whether the far end says that it knows no such call, or somebody on the way that it says nothing, and it does not. */
    boolean isGone(int status) {
        boolean silent = status == Response.REQUEST_TIMEOUT && !isHeard();
        return status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST || silent;
    }

    /** A 200 to an INVITE of ours within the call: the session is fresh again. */
    void refreshed(Response ok) {
        glares = 0;
        timer.heard(ok);
    }

    /** Offers anew what holds. @return false when something else is being offered or changed */
    boolean offerAgain() {
        if (!isSteady()) return false;
        dialog.invite(media::offerAsIs, changed -> {
            switch (changed) {
                case CallDialog.Changed.Agreed(byte[] answer) -> parsed(answer).map(media::settle);
                case CallDialog.Changed.Refused(int status) -> notRefreshed(status);
                case CallDialog.Changed.Unanswered() -> offerLater();
                case CallDialog.Changed.Silent() -> {
                    if (isHeard()) offerLater();
                    else call.signal(new ConnectionSignal.Lost());
                }
            }
        });
        return true;
    }

    private void offerLater() {
        retry.cancel();
        retry = session.loop().after(AGAIN, this::moved);
    }

    /** Whether nothing is being offered or changed. */
    boolean isSteady() {
        Connection now = call.connection();
        return (now instanceof Connection.Connected || now instanceof Connection.Held) && !dialog.isInviting();
    }

    private void notRefreshed(int status) {
        LOG.info("{}: a refresh is refused: {}", call, status);
        if (isGone(status)) {
            call.signal(new ConnectionSignal.Lost());
            return;
        }
        timer.refused(status);
        if (status == Response.REQUEST_PENDING && ++glares <= MOST_GLARES)
            retry = session.loop().after(glarePause(), this::moved);
    }

    /** We are to be reached at another address now. The far end is told at once, or as soon as the call is steady. */
    void moved() {
        reofferDue = !(call.connection() instanceof Connection.RingingHere);
        ifDue();
    }

    /** Nothing that was offered waits for an answer any more. */
    void ifDue() {
        if (!reofferDue) return;
        // Before it is offered: an offer that fails at once comes back here.
        reofferDue = false;
        if (!offerAgain()) reofferDue = true;
    }

    /** Who began the call waits longer, so that the two do not collide again (RFC 3261 §14.1). */
    void retryLater() {
        retry = session.loop().after(glarePause(), () -> call.signal(new ConnectionSignal.RetryDue()));
    }

    private Duration glarePause() {
        double seconds = direction == Direction.OUTBOUND
                ? session.random().nextDouble(2.1, 4)
                : session.random().nextDouble(0, 2);
        return Duration.ofMillis((long) (seconds * 1000));
    }

    /** An INVITE or UPDATE of the far end within the call. */
    void farChanges(ServerTransaction transaction) {
        Request request = transaction.getRequest();
        if (SessionTerms.tooBrief(request)) {
            session.endpoint().respond(transaction, SessionTerms.refusal(request, session.messages()));
            return;
        }
        boolean described = SipMessages.body(request).length > 0;
        Optional<SessionDescription> offer = description(request);
        var change = new FarChange(session, transaction, offer);
        if (dialog.isInviting() && (described || change.wantsOffer())) {
            change.refuse(Response.REQUEST_PENDING);
            return;
        }
        if (described && !offer.map(media::canAnswer).orElse(false)) {
            change.refuse(Response.NOT_ACCEPTABLE_HERE);
            return;
        }
        farChange = change;
        boolean holds = offer.map(CallMedia::holds).orElse(farHolds);
        if (!call.signal(new ConnectionSignal.FarChanged(holds))) change.refuse(Response.REQUEST_PENDING);
        farChange = null;
    }

    void accept() {
        farHolds = farChange.offer().map(CallMedia::holds).orElse(farHolds);
        call.mark(m -> m.held(farHolds));
        SessionTerms terms = SessionTerms.answering(farChange.request());
        timer.begin(terms);
        if (farChange.wantsOffer()) {
            answerInAck = true;
            farChange.accept(Optional.of(media.offerAsIs()), terms);
        } else {
            farChange.accept(farChange.offer().flatMap(media::answer), terms);
        }
    }

    void refuse() {
        farChange.refuse(Response.REQUEST_PENDING);
    }

    /** The call is over. */
    void stop() {
        retry.cancel();
    }

    private Optional<SessionDescription> description(Request request) {
        return parsed(SipMessages.body(request));
    }

    private Optional<SessionDescription> parsed(byte[] body) {
        if (body.length == 0) return Optional.empty();
        try {
            return Optional.of(SessionDescription.parse(body));
        } catch (MalformedSdp e) {
            LOG.info("{}: a session description is refused: {}", call, e.getMessage());
            return Optional.empty();
        }
    }
}
