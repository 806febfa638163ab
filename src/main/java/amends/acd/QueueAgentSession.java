package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's state kept by {@link AgentStateMachine}: hears the phone and the distributor, tells the distributor.
 * Lives on the call loop; construct it there, or before the phone and the link are opened.
 */
public final class QueueAgentSession implements AgentSession {
    private static final Logger LOG = LoggerFactory.getLogger(QueueAgentSession.class);
    /** Offers that are remembered: many times the calls a desk has, so that a finished call still finds its queue. */
    private static final int OFFERS = 64;

    private final Loop loop;
    private final Timekeeper clock;
    private final CallControl phone;
    private final AcdLink link;
    private final AgentRules rules;
    private final AgentStateMachine machine;
    private final Subscribers<AgentState> states = new Subscribers<>();
    private final Subscribers<AcdEvent> events = new Subscribers<>();
    private final Map<CallId, AcdEvent.QueueCallOffered> offers = new LinkedHashMap<>();
    private AgentPhase phase = new AgentPhase.SignedOff();
    private StaffMember member;
    private Cancellable countdown = () -> {};
    private long countdownEnd;

    public QueueAgentSession(Loop loop, Timekeeper clock, CallControl phone, AcdLink link, AgentRules rules) {
        this.loop = loop;
        this.clock = clock;
        this.phone = phone;
        this.link = link;
        this.rules = rules;
        machine = new AgentStateMachine(rules);
        phone.onCallEvent(this::hear);
        link.onEvent(this::hear);
    }

    @Override
    public void signIn(StaffMember who) {
        if (phase instanceof AgentPhase.SignedOff) member = who;
        take(new AgentEvent.SignIn(phone.calls().stream().map(Call::id).collect(Collectors.toUnmodifiableSet())));
    }

    @Override
    public void signOut() {
        take(new AgentEvent.SignOut());
    }

    @Override
    public void ready() {
        take(new AgentEvent.WantReady());
    }

    @Override
    public void notReady(AgentState.Reason reason) {
        take(new AgentEvent.WantNotReady(reason));
    }

    @Override
    public void finishAfterCallWork() {
        take(new AgentEvent.Finish());
    }

    @Override
    public void extendAfterCallWork() {
        take(new AgentEvent.Extend());
    }

    @Override
    public AgentState state() {
        return phase.state();
    }

    @Override
    public Optional<AgentState.Reason> next() {
        return phase.aim() instanceof Aim.NotReady(var reason) ? Optional.of(reason) : Optional.empty();
    }

    @Override
    public boolean leaving() {
        return phase.aim() instanceof Aim.Gone && !(phase instanceof AgentPhase.SignedOff);
    }

    /** Whether a call may be answered for the agent without their doing. */
    boolean isOpen() {
        return phase.isOpen();
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

    private void hear(CallEvent event) {
        CallId call = event.call().id();
        switch (event) {
            case CallEvent.Originated o -> take(new AgentEvent.CallBegan(call));
            case CallEvent.Delivered d -> take(new AgentEvent.CallBegan(call));
            case CallEvent.Established e -> take(new AgentEvent.CallAnswered(call));
            case CallEvent.ConnectionCleared(var of, var cause) ->
                take(new AgentEvent.CallEnded(call, cause, clock.now()));
            case CallEvent.Held h -> {}
            case CallEvent.Retrieved r -> {}
            case CallEvent.MuteChanged m -> {}
            case CallEvent.MarksChanged m -> {}
            case CallEvent.PartyChanged p -> {}
            case CallEvent.DigitPressed d -> {}
        }
    }

    private void hear(AcdEvent event) {
        switch (event) {
            case AcdEvent.QueueCallOffered offer -> remember(offer);
            case AcdEvent.RingNoAnswer r -> take(new AgentEvent.RangOut());
            case AcdEvent.AvailabilityChanged(boolean ready, String reason) ->
                take(ready ? new AgentEvent.MadeReady() : new AgentEvent.MadeNotReady(PauseReason.read(reason)));
            case AcdEvent.LinkUp up -> take(new AgentEvent.LinkBack());
            case AcdEvent.LinkDown down -> take(new AgentEvent.LinkLost());
            case AcdEvent.QueueChanged changed -> {}
            case AcdEvent.QueueCallAbandoned abandoned -> {}
            case AcdEvent.CallPassedOn passed -> {}
        }
        events.publish(event);
    }

    private void remember(AcdEvent.QueueCallOffered offer) {
        offers.put(offer.call(), offer);
        if (offers.size() > OFFERS) offers.remove(offers.keySet().iterator().next());
    }

    private void take(AgentEvent event) {
        AgentPhase before = phase;
        AgentTransition transition = machine.next(before, event);
        transition.ignored().ifPresent(why -> LOG.debug("{} is ignored in {}: {}", event, before.state(), why));
        phase = transition.phase();
        transition.effects().forEach(this::carryOut);
        boolean changed = !phase.state().equals(before.state()) || !phase.aim().equals(before.aim());
        if (changed) states.publish(phase.state());
    }

    private void carryOut(AgentEffect effect) {
        switch (effect) {
            case AgentEffect.LogOn() -> link.logOn(member.extension(), member.name(), rules.queues());
            case AgentEffect.LogOff() -> link.logOff();
            case AgentEffect.TellReady() -> link.ready();
            case AgentEffect.TellNotReady(var reason) -> link.notReady(reason);
            case AgentEffect.TellWorking() -> link.workingAfterCall();
            case AgentEffect.StartCountdown(var length) -> countTo(clock.nanos() + length.toNanos());
            case AgentEffect.ExtendCountdown(var by) -> countTo(countdownEnd + by.toNanos());
            case AgentEffect.StopCountdown() -> countdown.cancel();
        }
    }

    private void countTo(long end) {
        countdown.cancel();
        countdownEnd = end;
        countdown = loop.after(
                Duration.ofNanos(Math.max(0, end - clock.nanos())), () -> take(new AgentEvent.CountdownEnded()));
    }
}
