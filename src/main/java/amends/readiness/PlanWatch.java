package amends.readiness;

import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreQueue;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The plans that are on, at one desk, and which of its calls they concern. On the call loop; what is kept is written
 * behind it.
 */
public final class PlanWatch {
    private static final int MOST_CALLS = 64;
    private final Plans plans;
    private final StoreQueue queue;
    private final UUID agent;
    private final int callingCode;
    private final Timekeeper time;
    private final Subscribers<State> subscribers = new Subscribers<>();
    private List<Plan> on = List.of();
    private final Map<CallId, CallFacts> calls = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, CallFacts> eldest) {
            return size() > MOST_CALLS;
        }
    };
    private final Map<CallId, Match> matches = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Match> eldest) {
            return size() > MOST_CALLS;
        }
    };

    /** @param callingCode of the country whose national prefixes are understood */
    public PlanWatch(Plans plans, StoreQueue queue, UUID agent, int callingCode, Timekeeper time) {
        this.plans = plans;
        this.queue = queue;
        this.agent = agent;
        this.callingCode = callingCode;
        this.time = time;
    }

    /**
     * A call that a plan concerns.
     *
     * @param because what fitted @param answered whether the prepared answer was given @param granted whether the
     *     prepared compensation was
     */
    public record Match(CallId call, Plan plan, List<String> because, boolean answered, boolean granted) {
        public Match {
            because = List.copyOf(because);
        }
    }

    /** @param on all plans that are on @param matches by call; a call's plan stays with it when it is switched off */
    public record State(List<Plan> on, Map<CallId, Match> matches) {
        public static final State NOTHING = new State(List.of(), Map.of());

        public State {
            on = List.copyOf(on);
            matches = Map.copyOf(matches);
        }
    }

    public State state() {
        return new State(on, matches);
    }

    public Cancellable onState(Consumer<State> listener) {
        return subscribers.add(listener);
    }

    /** The plans that are on, as read last. Those who wait in a call already are looked at anew. */
    public void read(List<Plan> now) {
        if (now.equals(on)) return;
        on = List.copyOf(now);
        List.copyOf(calls.keySet()).forEach(this::look);
        subscribers.publish(state());
    }

    /** More is known of a call. */
    public void knows(CallId call, UnaryOperator<CallFacts> more) {
        calls.put(call, more.apply(calls.getOrDefault(call, CallFacts.NOTHING)));
        if (look(call)) subscribers.publish(state());
    }

    /** What was looked up of a call; of no use when it is over meanwhile. */
    public void learns(CallId call, List<String> words) {
        if (calls.containsKey(call)) knows(call, facts -> facts.with(words));
    }

    /** It is over and written up. */
    public void over(CallId call) {
        calls.remove(call);
        if (matches.remove(call) != null) subscribers.publish(state());
    }

    private boolean look(CallId call) {
        CallFacts facts = calls.get(call);
        Optional<Match> had = Optional.ofNullable(matches.get(call));
        for (Plan plan : on) {
            Optional<List<String>> because = plan.match().fits(facts, callingCode);
            if (because.isEmpty()) continue;
            boolean same = had.filter(m -> m.plan().run().equals(plan.run())).isPresent();
            var match = new Match(
                    call,
                    plan,
                    because.get(),
                    same && had.get().answered(),
                    same && had.get().granted());
            if (had.filter(match::equals).isPresent()) {
                keep(call, plan, facts);
                return false;
            }
            matches.put(call, match);
            keep(call, plan, facts);
            return true;
        }
        return false;
    }

    private void keep(CallId call, Plan plan, CallFacts facts) {
        plan.run().ifPresent(run -> {
            Optional<PhoneNumber> number = facts.number();
            var row = new PlanCall(PlanCall.idOf(run, call), run, call, agent, number, facts.customer(), time.now());
            queue.put(row.id(), () -> plans.matched(row));
        });
    }

    /** The prepared answer was given. */
    public void answered(CallId call) {
        Match match = matches.get(call);
        if (match == null || match.answered()) return;
        mark(new Match(call, match.plan(), match.because(), true, match.granted()), "answered");
    }

    /** Something was granted: counted where it is what the plan prepared. @param option the policy's name of it */
    public void granted(CallId call, String option) {
        Match match = matches.get(call);
        if (match == null || match.granted() || !match.plan().compensation().equals(option)) return;
        mark(new Match(call, match.plan(), match.because(), match.answered(), true), "granted");
    }

    private void mark(Match match, String what) {
        matches.put(match.call(), match);
        match.plan().run().map(run -> PlanCall.idOf(run, match.call())).ifPresent(id -> {
            var at = time.now();
            queue.put(what + id, () -> {
                if (what.equals("answered")) plans.answered(id, at);
                else plans.granted(id, at);
            });
        });
        subscribers.publish(state());
    }
}
