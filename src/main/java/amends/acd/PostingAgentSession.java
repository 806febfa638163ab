package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Adds threads: what is asked is carried out on the session's thread, what it tells is told on the listeners'
 * thread. The answers are as of the last event that the listeners' thread has seen, so that they agree with it. Own
 * all of it on the listeners' thread.
 */
public final class PostingAgentSession implements AgentSession {
    private record Snapshot(AgentState state, Optional<AgentState.Reason> next, boolean leaving) {}

    private static final int OFFERS = 64;

    private final AgentSession session;
    private final Executor sessionThread;
    private final Executor listenerThread;
    private final Subscribers<AgentState> states = new Subscribers<>();
    private final Subscribers<AcdEvent> events = new Subscribers<>();
    private final Map<CallId, AcdEvent.QueueCallOffered> offers = new LinkedHashMap<>();
    private Snapshot seen = new Snapshot(new AgentState.LoggedOff(), Optional.empty(), false);

    /** @param sessionThread the call loop @param listenerThread the screen's thread, for instance */
    public PostingAgentSession(AgentSession session, Executor sessionThread, Executor listenerThread) {
        this.session = session;
        this.sessionThread = sessionThread;
        this.listenerThread = listenerThread;
        sessionThread.execute(() -> {
            session.onState(this::post);
            session.onAcdEvent(this::post);
            post(session.state());
        });
    }

    private void post(AgentState state) {
        var snapshot = new Snapshot(state, session.next(), session.leaving());
        listenerThread.execute(() -> {
            if (seen.equals(snapshot)) return;
            seen = snapshot;
            states.publish(state);
        });
    }

    private void post(AcdEvent event) {
        listenerThread.execute(() -> {
            if (event instanceof AcdEvent.QueueCallOffered offer) {
                offers.put(offer.call(), offer);
                if (offers.size() > OFFERS)
                    offers.remove(offers.keySet().iterator().next());
            }
            events.publish(event);
        });
    }

    @Override
    public void signIn(StaffMember member) {
        sessionThread.execute(() -> session.signIn(member));
    }

    @Override
    public void signOut() {
        sessionThread.execute(session::signOut);
    }

    @Override
    public void ready() {
        sessionThread.execute(session::ready);
    }

    @Override
    public void notReady(AgentState.Reason reason) {
        sessionThread.execute(() -> session.notReady(reason));
    }

    @Override
    public void finishAfterCallWork() {
        sessionThread.execute(session::finishAfterCallWork);
    }

    @Override
    public void extendAfterCallWork() {
        sessionThread.execute(session::extendAfterCallWork);
    }

    @Override
    public AgentState state() {
        return seen.state();
    }

    @Override
    public Optional<AgentState.Reason> next() {
        return seen.next();
    }

    @Override
    public boolean leaving() {
        return seen.leaving();
    }

    @Override
    public Optional<AcdEvent.QueueCallOffered> offerOf(CallId call) {
        return Optional.ofNullable(offers.get(call));
    }

    @Override
    public Cancellable onState(Consumer<AgentState> listener) {
        return states.add(listener);
    }

    @Override
    public Cancellable onAcdEvent(Consumer<AcdEvent> listener) {
        return events.add(listener);
    }
}
