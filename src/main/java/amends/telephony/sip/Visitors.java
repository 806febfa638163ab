package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ConnectionSignal;
import amends.telephony.Reception;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that are not the agent's own: those nobody decided about yet, guests, and visits elsewhere. Call loop. */
final class Visitors {
    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);
    /** Who is not decided about by then rings. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** @param decided whether it is a guest or a visit; else nothing is told of it yet */
    private record Standing(boolean decided) {}

    private final Map<CallId, Standing> apart = new HashMap<>();
    private final Subscribers<CallEvent> listeners = new Subscribers<>();
    private Reception reception = Reception.NONE;

    void receivedBy(Reception reception) {
        this.reception = reception;
    }

    Cancellable onVisit(Consumer<CallEvent> listener) {
        return listeners.add(listener);
    }

    boolean has(CallId call) {
        return apart.containsKey(call);
    }

    /** A visit of ours begins. */
    void goes(CallId visit) {
        apart.put(visit, new Standing(true));
    }

    /** From now on the call is the agent's. */
    void own(CallId call) {
        apart.remove(call);
    }

    /** Takes what is told of a call that is apart. @return whether it was one */
    boolean heard(CallEvent event) {
        CallId call = event.call().id();
        Standing standing = apart.get(call);
        if (standing == null) return false;
        if (event instanceof CallEvent.ConnectionCleared) apart.remove(call);
        if (standing.decided()) listeners.publish(event);
        return true;
    }

    /**
     * Begins a call of which nobody hears before it is decided.
     *
     * @param rings what is to be done when it is a call like any other
     * @param enters what is to be done when it is a guest
     */
    void receive(SipCall call, InboundInvite invite, Session session, Runnable rings, Runnable enters) {
        apart.put(call.id(), new Standing(false));
        call.begin(invite.quietly());
        Cancellable late = session.loop().after(PATIENCE, () -> {
            if (undecided(call)) LOG.info("{}: nobody said in time what becomes of it", call);
            answered(call, Reception.Answer.RING, rings, enters);
        });
        reception.calledBy(call.snapshot().remote(), call.id(), new Reception.Waiting() {
            @Override
            public boolean isOpen() {
                return undecided(call);
            }

            @Override
            public void answer(Reception.Answer answer) {
                late.cancel();
                answered(call, answer, rings, enters);
            }
        });
    }

    private boolean undecided(SipCall call) {
        return Optional.ofNullable(apart.get(call.id()))
                .filter(s -> !s.decided())
                .isPresent();
    }

    private void answered(SipCall call, Reception.Answer answer, Runnable rings, Runnable enters) {
        if (!undecided(call)) return;
        switch (answer) {
            case RING -> {
                apart.remove(call.id());
                rings.run();
            }
            case LET_IN -> {
                apart.put(call.id(), new Standing(true));
                enters.run();
            }
            case REFUSE -> {
                LOG.info("{}: turned away", call);
                call.signal(new ConnectionSignal.ClearWanted());
            }
        }
    }
}
