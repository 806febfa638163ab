package amends.desktop.agent;

import amends.acd.AcdEvent;
import amends.acd.AgentSession;
import amends.acd.AgentState;
import amends.acd.QueueStatus;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The agent's own state, what comes after it, and the queues behind it. */
public final class AgentModel extends PresentationModel {
    private record Seen(QueueStatus status, long at) {}

    private final AgentSession session;
    private final Timekeeper time;
    private final Map<CallId, AcdEvent.QueueCallOffered> offers = new HashMap<>();
    private final Map<String, Seen> queues = new TreeMap<>();
    private AgentState state;
    private Optional<AgentState.Reason> next;
    private long since;

    public AgentModel(AgentSession session, Timekeeper time) {
        this.session = session;
        this.time = time;
        state = session.state();
        next = session.next();
        since = time.nanos();
        session.onState(this::became);
        session.onAcdEvent(this::heard);
    }

    private void became(AgentState newState) {
        if (!newState.getClass().equals(state.getClass()) || newState instanceof AgentState.NotReady)
            since = time.nanos();
        state = newState;
        next = session.next();
        changed();
    }

    private void heard(AcdEvent event) {
        switch (event) {
            case AcdEvent.QueueCallOffered offer -> offers.put(offer.call(), offer);
            case AcdEvent.QueueChanged queue ->
                queues.put(queue.status().queue(), new Seen(queue.status(), time.nanos()));
            default -> {
                return;
            }
        }
        changed();
    }

    public AgentState state() {
        return state;
    }

    /** Signed out after the call or its write-up. */
    public boolean isLeaving() {
        return session.leaving();
    }

    /** In a call or its write-up: what is asked for now comes afterwards. */
    public boolean isEngaged() {
        return state instanceof AgentState.Busy || state instanceof AgentState.WorkingAfterCall;
    }

    /** What comes after the call or its write-up; empty means ready. */
    public Optional<AgentState.Reason> next() {
        return next;
    }

    public Duration inState() {
        return Duration.ofNanos(time.nanos() - since);
    }

    /** What is left of the write-up, never negative; empty outside it. */
    public Optional<Duration> writeUpLeft() {
        if (!(state instanceof AgentState.WorkingAfterCall(var until))) return Optional.empty();
        Duration left = Duration.between(time.now(), until);
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    public Optional<AcdEvent.QueueCallOffered> offerOf(CallId call) {
        return Optional.ofNullable(offers.get(call)).or(() -> session.offerOf(call));
    }

    /** The queues by name, their longest waits growing as time passes. */
    public List<QueueStatus> queues() {
        return queues.values().stream().map(this::grown).toList();
    }

    private QueueStatus grown(Seen seen) {
        QueueStatus s = seen.status();
        if (s.waiting() == 0) return s;
        Duration wait = s.longestWait().plusNanos(time.nanos() - seen.at());
        return new QueueStatus(s.queue(), s.waiting(), wait, s.ready(), s.signedIn());
    }

    /** What is wished shows at once; the session's own word follows. */
    public void ready() {
        next = Optional.empty();
        session.ready();
        changed();
    }

    public void notReady(AgentState.Reason reason) {
        if (isEngaged()) next = Optional.of(reason);
        session.notReady(reason);
        changed();
    }

    /** One key for both ways: a break when ready (or about to be), ready otherwise. */
    public void toggleReady() {
        boolean isReady = isEngaged() ? next.isEmpty() : state instanceof AgentState.Ready;
        if (isReady) notReady(AgentState.Reason.BREAK);
        else ready();
    }

    public void extendWriteUp() {
        session.extendAfterCallWork();
    }

    /** Called every half second. */
    public void tick() {
        changed();
    }
}
