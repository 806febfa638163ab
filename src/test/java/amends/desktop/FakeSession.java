package amends.desktop;

import amends.acd.AcdEvent;
import amends.acd.AgentSession;
import amends.acd.AgentState;
import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An agent's session that is in whatever state a test puts it. */
public final class FakeSession implements AgentSession {
    private final Subscribers<AgentState> states = new Subscribers<>();
    private final Subscribers<AcdEvent> events = new Subscribers<>();
    private AgentState state = new AgentState.NotReady(AgentState.Reason.SIGNED_IN);
    private Optional<AgentState.Reason> next = Optional.empty();
    public final List<String> asked = new ArrayList<>();

    public void becomes(AgentState newState) {
        state = newState;
        states.publish(newState);
    }

    public void tells(AcdEvent event) {
        events.publish(event);
    }

    private boolean isEngaged() {
        return state instanceof AgentState.Busy || state instanceof AgentState.WorkingAfterCall;
    }

    @Override
    public void signIn(StaffMember member) {
        asked.add("signIn");
    }

    @Override
    public void signOut() {
        asked.add("signOut");
    }

    @Override
    public void ready() {
        asked.add("ready");
        next = Optional.empty();
        becomes(isEngaged() ? state : new AgentState.Ready());
    }

    @Override
    public void notReady(AgentState.Reason reason) {
        asked.add("notReady " + reason);
        if (isEngaged()) next = Optional.of(reason);
        becomes(isEngaged() ? state : new AgentState.NotReady(reason));
    }

    @Override
    public void finishAfterCallWork() {
        asked.add("finishAfterCallWork");
        if (state instanceof AgentState.WorkingAfterCall)
            becomes(next.<AgentState>map(AgentState.NotReady::new).orElseGet(AgentState.Ready::new));
    }

    @Override
    public void extendAfterCallWork() {
        asked.add("extend");
    }

    @Override
    public AgentState state() {
        return state;
    }

    @Override
    public Optional<AgentState.Reason> next() {
        return next;
    }

    @Override
    public boolean leaving() {
        return false;
    }

    @Override
    public Optional<AcdEvent.QueueCallOffered> offerOf(CallId call) {
        return Optional.empty();
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
