package amends.acd;

import amends.telephony.CallId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Where an agent stands, with all that decides what comes next. Immutable. */
sealed interface AgentPhase {
    /** As the agent, the leads and the reports see it. */
    AgentState state();

    /** What follows the call or the write-up; in the others, what is. */
    Aim aim();

    /**
     * Whether the agent is there for calls, the ones that ring now included: ready before they rang, and not meaning to go.
     * Nobody who writes up, has a break or leaves.
     */
    default boolean isOpen() {
        return switch (this) {
            case Resting(Aim aim, boolean declined) -> aim.equals(Aim.READY);
            case Offered offered -> offered.was().isOpen() && offered.aim().equals(Aim.READY);
            case SignedOff off -> false;
            case Talking talking -> false;
            case Writing writing -> false;
        };
    }

    record SignedOff() implements AgentPhase {
        @Override
        public AgentState state() {
            return new AgentState.LoggedOff();
        }

        @Override
        public Aim aim() {
            return Aim.GONE;
        }
    }

    /** No call. @param declined the last offer was refused by the agent, so its ringing out is no absence */
    record Resting(Aim aim, boolean declined) implements AgentPhase {
        @Override
        public AgentState state() {
            return aim instanceof Aim.NotReady(var reason) ? new AgentState.NotReady(reason) : new AgentState.Ready();
        }
    }

    /**
     * Calls ring here or at the far end, none was answered yet.
     *
     * @param was what comes back if none is: Resting or Writing
     * @param wish what the agent asked for meanwhile
     */
    record Offered(Set<CallId> calls, AgentPhase was, Optional<Aim> wish) implements AgentPhase {
        @Override
        public AgentState state() {
            return new AgentState.Busy();
        }

        @Override
        public Aim aim() {
            return wish.orElse(was.aim());
        }
    }

    /** At least one call was answered, so a write-up is owed. */
    record Talking(Set<CallId> calls, Aim aim) implements AgentPhase {
        @Override
        public AgentState state() {
            return new AgentState.Busy();
        }
    }

    /** @param until when it ends by itself */
    record Writing(Instant until, Aim aim) implements AgentPhase {
        @Override
        public AgentState state() {
            return new AgentState.WorkingAfterCall(until);
        }
    }

    static Set<CallId> with(Set<CallId> calls, CallId one) {
        var all = new LinkedHashSet<>(calls);
        all.add(one);
        return Set.copyOf(all);
    }

    static Set<CallId> without(Set<CallId> calls, CallId one) {
        var rest = new LinkedHashSet<>(calls);
        rest.remove(one);
        return Set.copyOf(rest);
    }
}
