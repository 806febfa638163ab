package amends.acd;

import amends.acd.VisitPhase.Calling;
import amends.acd.VisitPhase.Granted;
import amends.acd.VisitPhase.Proving;
import amends.acd.VisitPhase.There;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Visits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lead's visits: what {@link VisitCourse} decides, done over the lead's own telephone. Call loop. */
public final class LeadVisits implements Visiting {
    private static final Logger LOG = LoggerFactory.getLogger(LeadVisits.class);
    /** Until the agent's desk answers, which it does by itself; another telephone rings no longer than this. */
    private static final Duration ANSWERING = Duration.ofSeconds(4);
    /** Keys last two seconds, looking them up less than one. */
    private static final Duration PROVING = Duration.ofSeconds(7);
    /**
     * Before the first key in a new call: exchanges join its two sides only after the answer, and keys that come before
     * that are late, then two at once, then lost (Asterisk 16).
     */
    private static final Duration JOINING = Duration.ofMillis(900);
    /** Before the first key in a call that stands. */
    private static final Duration SETTLING = Duration.ofMillis(250);
    /** Two seconds of keys, one to look them up: what is not answered by then did not come whole, and is said once more. */
    private static final Duration UNHEARD = Duration.ofMillis(3300);

    private final CallControl calls;
    private final Visits visits;
    private final GrantingVisits granting;
    private final VisitGrants grants;
    private final Loop loop;
    private final Executor background;
    private final Consumer<Runnable> writes;
    private final Timekeeper time;
    private final Subscribers<VisitState> listeners = new Subscribers<>();
    private final ArrayDeque<VisitEvent> waiting = new ArrayDeque<>();
    private VisitPhase phase = VisitPhase.AWAY;
    private Cancellable patience = () -> {};
    private Optional<CallId> taken = Optional.empty();
    private boolean stepping;

    /**
     * To be made on the call loop.
     *
     * @param background for what blocks
     * @param writes keeps what is handed in, in order, when the database is there
     */
    public LeadVisits(
            CallControl calls,
            Visits visits,
            GrantingVisits granting,
            VisitGrants grants,
            Loop loop,
            Executor background,
            Consumer<Runnable> writes,
            Timekeeper time) {
        this.calls = calls;
        this.visits = visits;
        this.granting = granting;
        this.grants = grants;
        this.loop = loop;
        this.background = background;
        this.writes = writes;
        this.time = time;
        visits.onVisit(this::heard);
        calls.onCallEvent(event -> {
            // Who talks with somebody themselves is in nobody else's call.
            if (event instanceof CallEvent.Established && !(phase instanceof VisitPhase.Away)) leave();
        });
    }

    @Override
    public void want(String extension, VisitMode mode) {
        happened(new VisitEvent.Wanted(extension, mode));
    }

    @Override
    public void leave() {
        happened(new VisitEvent.Left());
    }

    @Override
    public VisitState state() {
        return VisitState.of(phase);
    }

    @Override
    public Cancellable onState(Consumer<VisitState> listener) {
        return listeners.add(listener);
    }

    private void heard(CallEvent event) {
        CallId call = event.call().id();
        if (event instanceof CallEvent.Originated
                && phase instanceof Calling(var granted, var visit)
                && visit.isEmpty()) happened(new VisitEvent.Begun(call));
        if (phase.line().filter(call::equals).isEmpty()) return;
        switch (event) {
            case CallEvent.Established e -> {
                calls.mute(call, true);
                happened(new VisitEvent.Answered());
            }
            case CallEvent.DigitPressed(var c, char key)
            when key == VisitKey.YES || key == VisitKey.NO -> happened(new VisitEvent.Said(key == VisitKey.YES));
            case CallEvent.ConnectionCleared(var c, var cause) -> {
                LOG.info("call {}: the visit is over: {}", call, cause);
                happened(new VisitEvent.Gone());
            }
            default -> {}
        }
    }

    /** What comes of an effect waits until all of them are done. */
    private void happened(VisitEvent event) {
        waiting.add(event);
        if (stepping) return;
        stepping = true;
        for (VisitEvent next = waiting.poll(); next != null; next = waiting.poll()) step(next);
        stepping = false;
        listeners.publish(state());
    }

    private void step(VisitEvent event) {
        VisitPhase before = phase;
        var step = VisitCourse.next(before, event);
        step.ignored().ifPresent(reason -> LOG.info("a visit: {}", reason));
        if (step.ignored().isPresent() && event instanceof VisitEvent.Kept(var granted))
            end(granted.grant().id(), "taken back");
        phase = step.next();
        if (!phase.equals(before)) patience.cancel();
        step.effects().forEach(effect -> perform(effect, before, event));
    }

    private void perform(VisitEffect effect, VisitPhase before, VisitEvent event) {
        switch (effect) {
            case ASK -> ask((VisitPhase.Asking) phase);
            case CALL -> call((Calling) phase);
            case PROVE -> prove((Proving) phase);
            case SPEAK -> speak((There) phase);
            case ADOPT -> adopt((Proving) before);
            case CLOSE, DROP -> over(before, event.getClass().getSimpleName());
            case HANG_UP -> before.line().ifPresent(calls::clear);
        }
    }

    private void ask(VisitPhase.Asking wish) {
        if (!calls.calls().isEmpty()) {
            happened(new VisitEvent.NotKept(VisitRefusal.OWN_CALL));
            return;
        }
        background.execute(() -> {
            VisitEvent answer = granting.grant(wish.extension(), wish.mode());
            loop.execute(() -> happened(answer));
        });
    }

    private void call(Calling now) {
        patience = loop.after(ANSWERING, () -> happened(new VisitEvent.Late()));
        if (visits.visit(now.granted().extension()) instanceof Outcome.Accepted) return;
        happened(new VisitEvent.NotBegun());
    }

    private void prove(Proving now) {
        patience = loop.after(PROVING, () -> happened(new VisitEvent.Late()));
        Duration before = now.from().isPresent() ? SETTLING : JOINING;
        loop.after(before, () -> say(now));
        loop.after(before.plus(UNHEARD), () -> say(now));
    }

    private void say(Proving now) {
        if (phase.equals(now))
            calls.sendDigits(now.visit(), VisitKey.BEGINS + now.granted().key().digits());
    }

    private void speak(There now) {
        calls.mute(now.visit(), now.granted().grant().mode() == VisitMode.LISTEN);
    }

    /** Whether this call was somebody else's until the lead intercepted it. */
    public boolean tookOver(CallId call) {
        return taken.filter(call::equals).isPresent();
    }

    private void adopt(Proving before) {
        taken = Optional.of(before.visit());
        calls.mute(before.visit(), false);
        visits.adopt(before.visit(), new Party(before.granted().number(), ""));
    }

    private void over(VisitPhase before, String outcome) {
        Set<UUID> left = ids(before);
        left.removeAll(ids(phase));
        left.forEach(grant -> end(grant, outcome));
    }

    private static Set<UUID> ids(VisitPhase phase) {
        Stream<Granted> granted = switch (phase) {
            case VisitPhase.Away a -> Stream.empty();
            case VisitPhase.Asking a -> a.from().stream().map(There::granted);
            case Calling c -> Stream.of(c.granted());
            case Proving p ->
                Stream.concat(Stream.of(p.granted()), p.from().stream().map(There::granted));
            case There t -> Stream.of(t.granted());
        };
        var ids = new HashSet<UUID>();
        granted.forEach(g -> ids.add(g.grant().id()));
        return ids;
    }

    private void end(UUID grant, String outcome) {
        Instant now = time.now();
        writes.accept(() -> grants.end(grant, now, "lead: " + outcome));
    }
}
