package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import java.util.Optional;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server wants a call of ours to be led to somebody else (a REFER within it): we call them, and tell the server how
 * that goes. Whoever is not in the house is only called when the agent says so. Owned by the call loop.
 */
final class Errand {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final Session session;
    private final Calls calls;
    private final SipCall call;
    private final ReferTarget target;
    private Cancellable listening = () -> {};
    private Optional<CallId> led = Optional.empty();
    private boolean over;

    Errand(Session session, Calls calls, SipCall call, ReferTarget target) {
        this.session = session;
        this.calls = calls;
        this.call = call;
        this.target = target;
    }

    void begin() {
        tell(Response.TRYING);
        if (target.outside()) call.mark(marks -> marks.askedFor(Optional.of(target.party())));
        else go();
    }

    boolean isOver() {
        return over;
    }

    /** The agent's word. */
    Outcome decide(boolean go) {
        if (over || led.isPresent()) return new Outcome.Rejected("nobody asks for this any more");
        call.mark(marks -> marks.askedFor(Optional.empty()));
        if (go) go();
        else end(Response.DECLINE);
        return Outcome.ACCEPTED;
    }

    /** The call that was to be led is over. */
    void drop() {
        listening.cancel();
        over = true;
    }

    private void go() {
        listening = calls.onEvent(this::heard);
        Outcome outcome = calls.dial(session, target.user(), target.wish());
        if (!(outcome instanceof Outcome.Accepted)) end(Response.SERVICE_UNAVAILABLE);
    }

    private void heard(CallEvent event) {
        switch (event) {
            case CallEvent.Originated(var begun) when led.isEmpty() -> led = Optional.of(begun.id());
            case CallEvent.Delivered(var rung)
            when isLed(rung.id()) && rung.direction() == Direction.OUTBOUND -> tell(Response.RINGING);
            case CallEvent.Established(var talked) when isLed(talked.id()) -> end(Response.OK);
            case CallEvent.ConnectionCleared(var gone, ClearCause cause) when isLed(gone.id()) -> end(status(cause));
            default -> {}
        }
    }

    private boolean isLed(CallId id) {
        return led.filter(id::equals).isPresent();
    }

    private static int status(ClearCause cause) {
        return switch (cause) {
            case BUSY -> Response.BUSY_HERE;
            case NOT_FOUND -> Response.NOT_FOUND;
            case NO_ANSWER -> Response.TEMPORARILY_UNAVAILABLE;
            case REJECTED, LOCAL_HANGUP -> Response.DECLINE;
            default -> Response.SERVICE_UNAVAILABLE;
        };
    }

    private void end(int status) {
        if (over) return;
        tell(status);
        drop();
    }

    private void tell(int status) {
        try {
            Request notify = call.dialog().request(Request.NOTIFY);
            notify.setHeader(session.contact());
            session.messages().tellOfRefer(notify, status);
            call.dialog().send(notify, new Told());
        } catch (SipException e) {
            LOG.info("{}: the server cannot be told how it goes: {}", call, e.getMessage());
        }
    }

    private static final class Told implements Exchange.Listener {
        @Override
        public void answered(Response response, Dialog on, boolean proven) {}

        @Override
        public void silent() {}
    }
}
