package amends.acd;

import amends.acd.BoardEvent.MemberSeen;
import amends.acd.BoardEvent.Phone;
import amends.acd.Since.Precision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One agent as the distributor tells of them. Pure.
 *
 * <table>
 * <caption>state, the first line that fits</caption>
 * <tr><td>in no queue<td>LoggedOff
 * <tr><td>a call is offered, none is talked to<td>Ringing (some PBXs call a ringing phone busy)
 * <tr><td>a queue's call is talked to, or the phone is busy<td>OnCall
 * <tr><td>the phone rings<td>Ringing
 * <tr><td>the phone is away<td>Unreachable
 * <tr><td>not paused in one queue at least<td>Ready
 * <tr><td>paused to write up the last call<td>AfterCall
 * <tr><td>paused<td>NotReady with its reason
 * </table>
 *
 * @param pauses by queue; empty when calls of that queue are offered
 * @param offered the caller who rings
 * @param talking the caller of a queue who is talked to
 */
record AgentSeat(
        String address,
        String name,
        Map<String, Optional<String>> pauses,
        Phone phone,
        Optional<String> offered,
        Optional<String> talking,
        TeamState state,
        Since since) {
    /** Whole seconds of another machine's clock: differences below are none. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private static final String SOMEBODY = "";

    static AgentSeat unknown(String address, Moment moment) {
        return new AgentSeat(
                address,
                "",
                Map.of(),
                Phone.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                new TeamState.LoggedOff(),
                Since.exactly(moment.nanos()));
    }

    boolean isHere() {
        return !pauses.isEmpty();
    }

    AgentSeat told(MemberSeen seen, Moment moment) {
        var more = new TreeMap<>(pauses);
        more.put(seen.queue(), seen.pause());
        boolean free = seen.phone() == Phone.FREE;
        return new AgentSeat(
                        address,
                        seen.name().isEmpty() ? name : seen.name(),
                        more,
                        seen.phone(),
                        offered,
                        free ? Optional.empty() : talking,
                        state,
                        since)
                .settled(moment);
    }

    AgentSeat gone(String queue, Moment moment) {
        var less = new TreeMap<>(pauses);
        less.remove(queue);
        return with(less, offered, talking).settled(moment);
    }

    AgentSeat offered(String caller, Moment moment) {
        if (talking.isPresent()) return this;
        return with(pauses, Optional.of(caller), talking).settled(moment);
    }

    /** The caller does not ring here any more. */
    AgentSeat offerEnded(String caller, Moment moment) {
        if (offered.filter(caller::equals).isEmpty()) return this;
        return with(pauses, Optional.empty(), talking).settled(moment);
    }

    AgentSeat connected(String caller, Moment moment) {
        return with(pauses, Optional.empty(), Optional.of(caller)).settled(moment);
    }

    AgentSeat completed(Moment moment) {
        return with(pauses, offered, Optional.empty()).settled(moment);
    }

    private AgentSeat with(Map<String, Optional<String>> nowPauses, Optional<String> rings, Optional<String> talks) {
        return new AgentSeat(address, name, nowPauses, phone, rings, talks, state, since);
    }

    private AgentSeat settled(Moment moment) {
        TeamState now = derived();
        return now.equals(state) ? this : standing(now, Since.exactly(moment.nanos()));
    }

    private AgentSeat standing(TeamState now, Since from) {
        return new AgentSeat(address, name, pauses, phone, offered, talking, now, from);
    }

    /**
     * Looked at anew: what went on unseen is taken from its traces.
     *
     * @param seen this agent's part of each queue; empty when in none
     * @param watched whether nothing can have happened unseen: then what was known is better than any trace
     */
    AgentSeat listed(List<MemberSeen> seen, boolean watched, Moment moment) {
        if (seen.isEmpty())
            return with(Map.of(), Optional.empty(), Optional.empty()).settled(moment);
        var all = new TreeMap<String, Optional<String>>();
        for (MemberSeen part : seen) all.put(part.queue(), part.pause());
        Phone does = seen.getLast().phone();
        boolean inCall = seen.stream().anyMatch(MemberSeen::inCall);
        boolean mayRing = does != Phone.FREE && does != Phone.AWAY;
        var now = new AgentSeat(
                address,
                seen.getLast().name(),
                all,
                does,
                mayRing && !inCall ? offered : Optional.empty(),
                inCall ? Optional.of(talking.orElse(SOMEBODY)) : Optional.empty(),
                state,
                since);
        TeamState is = now.derived();
        return now.standing(is, sinceListed(is, seen, watched, moment));
    }

    private Since sinceListed(TeamState now, List<MemberSeen> seen, boolean watched, Moment moment) {
        boolean same = isHere() && now.equals(state);
        if (same && watched) return since;
        Since traced = traced(now, seen, moment);
        if (!same) return traced;
        long slack = ROUNDING.toNanos();
        return switch (traced.precision()) {
            case EXACT -> Math.abs(traced.nanos() - since.nanos()) <= slack ? since : traced;
            case AT_MOST -> since.nanos() >= traced.nanos() - slack ? since : traced;
            case AT_LEAST -> since;
        };
    }

    /** The end of a pause leaves no trace, its beginning does: an agent is ready since some moment after it. */
    private static Since traced(TeamState now, List<MemberSeen> seen, Moment moment) {
        Optional<Duration> paused = least(seen.stream().map(s -> s.past().paused()));
        Optional<Duration> any =
                least(seen.stream().map(MemberSeen::past).flatMap(p -> Stream.of(p.joined(), p.paused(), p.called())));
        return switch (now) {
            case TeamState.NotReady n -> ago(paused, Precision.EXACT, moment);
            case TeamState.AfterCall a -> ago(paused, Precision.EXACT, moment);
            case TeamState.Ready r -> ago(any, Precision.AT_MOST, moment);
            default -> new Since(moment.nanos(), Precision.AT_LEAST);
        };
    }

    private static Since ago(Optional<Duration> age, Precision precision, Moment moment) {
        return age.map(a -> new Since(moment.nanos() - a.toNanos(), precision))
                .orElseGet(() -> new Since(moment.nanos(), Precision.AT_LEAST));
    }

    private static Optional<Duration> least(Stream<Optional<Duration>> ages) {
        return ages.flatMap(Optional::stream).min(Duration::compareTo);
    }

    private TeamState derived() {
        if (pauses.isEmpty()) return new TeamState.LoggedOff();
        if (offered.isPresent() && talking.isEmpty()) return new TeamState.Ringing();
        if (talking.isPresent() || phone == Phone.BUSY) return new TeamState.OnCall();
        if (phone == Phone.RINGING) return new TeamState.Ringing();
        if (phone == Phone.AWAY) return new TeamState.Unreachable();
        if (pauses.values().stream().anyMatch(Optional::isEmpty)) return new TeamState.Ready();
        String why = pauses.values().iterator().next().orElse("");
        if (why.equalsIgnoreCase(PauseReason.AFTER_CALL_WORK)) return new TeamState.AfterCall();
        return new TeamState.NotReady(PauseReason.read(why), why);
    }
}
