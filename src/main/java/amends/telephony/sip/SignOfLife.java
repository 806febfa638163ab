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
 * keeps the call, and it is asked again ever more seldom; only "there is no such call" (481, 408), or not a word for as
 * long as a transaction waits, ends it (RFC 3261 §12.2.1.2). A call that is on hold is not ended by silence. Owned by the
 * call loop.
 */
final class SignOfLife {
    private static final Logger LOG = LoggerFactory.getLogger(SignOfLife.class);
    /** 64 × T1, as long as RFC 3261 waits for an answer: a network that is away for less takes no call with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(32);
    /** After a question that failed at once, or that another request stood in the way of. */
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Between questions that are answered: at first, and at most. */
    private static final Duration FIRST = Duration.ofSeconds(15);

    /** Who holds us without music is silent by intent. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Session session;
    private final SipCall call;
    private final SessionTimer timer;
    private final Runnable doubt;
    private Cancellable next = () -> {};
    private Cancellable end = () -> {};
    private Duration pause = FIRST;
    private boolean unanswered;
    private boolean confirming;
    private boolean stopped;

    /** @param doubt told when the server itself may be gone */
    SignOfLife(Session session, SipCall call, SessionTimer timer, Runnable doubt) {
        this.session = session;
        this.call = call;
        this.timer = timer;
        this.doubt = doubt;
    }

    /** For a while nothing came of the far end, though it should. */
    void missed() {
        if (stopped || unanswered || !isMissed()) return;
        pause = FIRST;
        next.cancel();
        if (call.connection() instanceof Connection.Connected(boolean farHolds) && farHolds) {
            next = session.loop().after(HELD, this::ask);
            return;
        }
        LOG.info("{}: nothing is heard, the far end is asked whether it is there", call);
        doubt.run();
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
        if (!isMissed()) {
            rest();
            return;
        }
        if (!isFree()) {
            next = session.loop().after(SOON, this::ask);
            return;
        }
        if (!unanswered) end = session.loop().after(PATIENCE, this::givenUp);
        unanswered = true;
        send(new Asked());
    }

    private void rest() {
        next.cancel();
        end.cancel();
        unanswered = false;
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
            rest();
        } else if (call.isMoving()) {
            end = session.loop().after(SOON, this::givenUp);
        } else {
            LOG.warn("{}: the far end is neither heard nor does it answer", call);
            call.signal(new ConnectionSignal.Lost());
        }
    }

    private void answered(Response response) {
        int status = response.getStatusCode();
        boolean refreshed = status / 100 == 2
                && CallDialog.method(response).equals(Request.UPDATE)
                && call.dialog().terms().isPresent();
        if (refreshed) timer.heard(response);
        if (CallChanges.isGone(status)) call.signal(new ConnectionSignal.Lost());
    }

    private final class Asked implements Exchange.Listener {
        @Override
        public void answered(Response response, Dialog on, boolean proven) {
            if (stopped || response.getStatusCode() < 200) return;
            rest();
            SignOfLife.this.answered(response);
            if (stopped) return;
            next = session.loop().after(pause, SignOfLife.this::ask);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }

        @Override
        public void silent() {
            if (stopped || !unanswered) return;
            doubt.run();
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
