package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.telephony.Connection;
import amends.telephony.ConnectionSignal;
import java.time.Duration;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a far end that is not heard whether it still has the call: by UPDATE where it takes that, else by OPTIONS, within
 * the dialog. Silence may be meant (a hold without music, a far end that sends nothing while nobody speaks), so any answer
 * keeps the call, and so does a server that answers while the far end does not; it is asked again ever more seldom. Only
 * "there is no such call" (481) ends it at once, and not a word from either for as long as a transaction waits (RFC 3261
 * §12.2.1.2). That nobody answered in time (408) is silence, told by who is there. A call that is on hold is not ended by
 * silence. Owned by the call loop.
 */
final class SignOfLife {
    private static final Logger LOG = LoggerFactory.getLogger(SignOfLife.class);
    /** 64 × T1, as long as RFC 3261 waits for an answer: a network that is away for less takes no call with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(32);
    /** After a question that failed at once, or that another request stood in the way of; and until the server is asked. */
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Between questions to one who is there: at first, and at most. */
    private static final Duration FIRST = Duration.ofSeconds(15);
    /** Who was heard for so long is one of whom silence says something again. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    /** Who holds us without music is silent by intent. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Session session;
    private final SipCall call;
    private final SessionTimer timer;
    private final Doubt doubt;
    private Cancellable next = () -> {};
    private Cancellable end = () -> {};
    private Cancellable serverNext = () -> {};
    private Cancellable steady = () -> {};
    private long answersBefore;
    /** Whether the next question must not come sooner than it is due. */
    private boolean resting;

    private Duration pause = FIRST;
    private boolean unanswered;
    private boolean confirming;
    private boolean stopped;

    /** @param doubt told when the server itself may be gone */
    SignOfLife(Session session, SipCall call, SessionTimer timer, Doubt doubt) {
        this.session = session;
        this.call = call;
        this.timer = timer;
        this.doubt = doubt;
    }

    /** For a while nothing came of the far end, though it should. */
    void missed() {
        if (stopped || unanswered || !isMissed()) return;
        steady.cancel();
        if (resting) return;
        next.cancel();
        if (call.connection() instanceof Connection.Connected(boolean farHolds) && farHolds) {
            next = session.loop().after(HELD, this::ask);
            return;
        }
        LOG.info("{}: nothing is heard, the far end is asked whether it is there", call);
        ask();
    }

    /** The server was away: it may have forgotten the call. Not to answer is no reason to end it here. */
    void confirm() {
        if (stopped || unanswered || confirming || call.changes().isHeard() || !isFree()) return;
        confirming = true;
        send(new Confirmed());
    }

    void stop() {
        stopped = true;
        steady.cancel();
        rest();
    }

    private boolean isMissed() {
        Connection now = call.connection();
        boolean held = now instanceof Connection.Held || now instanceof Connection.Retrieving;
        return call.isUp() && !held && !call.changes().isHeard();
    }

    /** Whether nothing is under way that shows by itself what has become of the call. */
    private boolean isFree() {
        return call.isUp() && call.changes().isSteady() && !call.isMoving();
    }

    private void ask() {
        next.cancel();
        resting = false;
        if (!isMissed()) {
            backAgain();
            return;
        }
        if (!isFree()) {
            next = session.loop().after(SOON, this::ask);
            return;
        }
        if (!unanswered) begin();
        send(new Asked());
    }

    private void begin() {
        unanswered = true;
        answersBefore = doubt.answers();
        end = session.loop().after(PATIENCE, this::givenUp);
        serverNext = session.loop().after(SOON, doubt::raise);
    }

    /** Somebody is there: asked again in a while, and in a longer one the next time. */
    private void askLater() {
        rest();
        resting = true;
        next = session.loop().after(pause, this::ask);
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }

    /** Its silences say little, until it has been heard for a while. */
    private void backAgain() {
        rest();
        steady.cancel();
        steady = session.loop().after(STEADY, () -> pause = FIRST);
    }

    private void rest() {
        next.cancel();
        end.cancel();
        serverNext.cancel();
        unanswered = false;
        resting = false;
    }

    private void send(Exchange.Listener listener) {
        try {
            boolean update = call.dialog().takesUpdate();
            Request question = call.dialog().request(update ? Request.UPDATE : Request.OPTIONS);
            if (update) {
                question.setHeader(session.contact());
                if (call.dialog().terms().isPresent()) call.dialog().proposeSession(question);
            }
            call.dialog().send(question, listener);
        } catch (SipException e) {
            LOG.info("{}: its dialog is over: {}", call, e.getMessage());
            call.signal(new ConnectionSignal.Lost());
        }
    }

    private void givenUp() {
        if (!isMissed()) {
            backAgain();
        } else if (call.isMoving()) {
            end = session.loop().after(SOON, this::givenUp);
        } else if (doubt.answers() > answersBefore) {
            LOG.info("{}: the far end is neither heard nor does it answer, but the server does", call);
            askLater();
        } else {
            LOG.warn("{}: the far end is neither heard nor does it answer, nor does the server", call);
            call.signal(new ConnectionSignal.Lost());
        }
    }

    private void answered(Response response) {
        int status = response.getStatusCode();
        boolean refreshed = status / 100 == 2
                && CallDialog.method(response).equals(Request.UPDATE)
                && call.dialog().terms().isPresent();
        if (refreshed) timer.heard(response);
        if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST) call.signal(new ConnectionSignal.Lost());
    }

    private final class Asked implements Exchange.Listener {
        @Override
        public void answered(Response response, Dialog on, boolean proven) {
            if (stopped || response.getStatusCode() < 200) return;
            SignOfLife.this.answered(response);
            if (!stopped) askLater();
        }

        @Override
        public void silent() {
            if (stopped || !unanswered) return;
            next.cancel();
            next = session.loop().after(SOON, SignOfLife.this::ask);
        }
    }

    private final class Confirmed implements Exchange.Listener {
        @Override
        public void answered(Response response, Dialog on, boolean proven) {
            if (stopped || response.getStatusCode() < 200) return;
            confirming = false;
            SignOfLife.this.answered(response);
        }

        @Override
        public void silent() {
            confirming = false;
        }
    }
}
