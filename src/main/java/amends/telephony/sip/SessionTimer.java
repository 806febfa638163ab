package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.telephony.ConnectionSignal;
import java.time.Duration;
import java.util.Optional;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a call's session alive, or ends the call when the far end does not (RFC 4028 §10). We refresh at half of the
 * time, by UPDATE where the far end takes it, else by offering anew what holds; a call that the far end promised to
 * refresh and did not is given up shortly before its time is over. A far end that refuses our refresh, or knows nothing of
 * timers, has shown that it is there: such a call never expires. Owned by the call loop.
 */
final class SessionTimer {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTimer.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Session session;
    private final SipCall call;
    private Cancellable next = () -> {};
    private SessionTerms terms;
    /** What is still answered when the call is over begins nothing. */
    private boolean stopped;

    SessionTimer(Session session, SipCall call) {
        this.session = session;
        this.call = call;
    }

    /** The session is as fresh as can be, on these terms. */
    void begin(SessionTerms agreed) {
        if (stopped) return;
        terms = agreed;
        next.cancel();
        long seconds = agreed.seconds();
        next = agreed.oursToRefresh()
                ? session.loop().after(Duration.ofSeconds(seconds / 2), this::refresh)
                : session.loop().after(Duration.ofSeconds(seconds - Math.min(32, seconds / 3)), this::expire);
    }

    void stop() {
        stopped = true;
        next.cancel();
    }

    private void expire() {
        LOG.info("{}: the far end did not refresh the session", call);
        call.signal(new ConnectionSignal.Expired());
    }

    private void refresh() {
        // One that collides with something else is tried again; one that nobody answers for is told as silence.
        next = session.loop().after(AGAIN, this::refresh);
        if (!call.dialog().takesUpdate()) {
            if (call.changes().offerAgain()) next.cancel();
            return;
        }
        next.cancel();
        try {
            Request update = call.dialog().request(Request.UPDATE);
            update.setHeader(session.contact());
            call.dialog().proposeSession(update);
            call.dialog().send(update, new Refreshed());
        } catch (SipException e) {
            call.signal(new ConnectionSignal.Lost());
        }
    }

    /** A refresh was refused: whoever refuses is there. It is tried again before the far end's own patience ends. */
    void refused(int status) {
        if (stopped || terms == null || !terms.oursToRefresh()) return;
        Duration wait = Duration.ofSeconds(terms.seconds()).dividedBy(8);
        boolean soon = status == Response.REQUEST_PENDING || wait.compareTo(AGAIN) < 0;
        next.cancel();
        next = session.loop().after(soon ? AGAIN : wait, this::refresh);
    }

    /** A 200 to a request of ours that refreshes. One that says nothing of time is a sign of life all the same. */
    void heard(Response ok) {
        SessionTerms.agreed(ok).or(() -> Optional.ofNullable(terms)).ifPresent(this::begin);
    }

    private void answered(Response response) {
        int status = response.getStatusCode();
        if (status < 300) {
            heard(response);
        } else if (call.changes().isGone(status)) {
            call.signal(new ConnectionSignal.Lost());
        } else if (status == SessionTerms.TOO_SMALL && SessionTerms.least(response) > terms.seconds()) {
            begin(new SessionTerms(SessionTerms.least(response), true));
            refresh();
        } else {
            refused(status);
        }
    }

    private final class Refreshed implements Exchange.Listener {
        @Override
        public void answered(Response response, Dialog on, boolean proven) {
            if (response.getStatusCode() >= 200) SessionTimer.this.answered(response);
        }

        @Override
        public void silent() {
            if (call.changes().isHeard()) refused(Response.REQUEST_TIMEOUT);
            else call.signal(new ConnectionSignal.Lost());
        }
    }
}
