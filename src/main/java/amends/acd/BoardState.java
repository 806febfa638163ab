package amends.acd;

import amends.acd.BoardEvent.CallerJoined;
import amends.acd.BoardEvent.Listed;
import amends.acd.BoardEvent.Listing;
import amends.acd.BoardEvent.MemberSeen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Queues and agents as the distributor's events leave them. Pure. Told the same twice it stays the same: a call counts
 * as answered, ended or abandoned only when it was known before. A {@link Listed} mends whatever was missed.
 *
 * <table>
 * <caption>what an event changes</caption>
 * <tr><th>event<th>agent ({@link AgentSeat})<th>waiting<th>counted ({@link CallTally})
 * <tr><td>Listed<td>as listed<td>as listed<td>as listed
 * <tr><td>MemberSeen<td>told; a free phone talks to nobody<td>—<td>—
 * <tr><td>MemberGone<td>without that queue<td>—<td>—
 * <tr><td>CallerJoined<td>—<td>one more<td>—
 * <tr><td>CallerLeft<td>it rings nowhere any more<td>one less<td>—
 * <tr><td>CallerAbandoned<td>it rings nowhere any more<td>one less<td>abandoned
 * <tr><td>Offered<td>rings, unless in a queue's call<td>—<td>—
 * <tr><td>OfferEnded<td>does not ring any more<td>—<td>—
 * <tr><td>Connected<td>talks; it rings nowhere else<td>one less<td>talking
 * <tr><td>Completed<td>talks no more<td>—<td>ended
 * <tr><td>LinkUp, LinkDown<td>—<td>—<td>—
 * <tr><td>any, after midnight<td>who is gone is forgotten<td>—<td>begins anew
 * </table>
 *
 * @param agents by address
 * @param watched whether nothing can have gone unseen since the last listing
 */
record BoardState(
        Board.Link link,
        boolean watched,
        Map<String, Line> lines,
        Map<String, AgentSeat> agents,
        Optional<LocalDate> day) {
    private static final int MOST_AGENTS = 5_000;
    private static final int MOST_QUEUES = 500;

    record Line(CallersLine callers, CallTally tally) {}

    static final BoardState EMPTY =
            new BoardState(new Board.Link.Opening(), false, Map.of(), Map.of(), Optional.empty());

    BoardState next(BoardEvent event, Moment moment) {
        BoardState today = onDay(moment);
        return switch (event) {
            case BoardEvent.LinkUp up -> link instanceof Board.Link.Up ? today : today.linked(new Board.Link.Up());
            case BoardEvent.LinkDown(var reason) -> today.linked(down(reason, moment));
            case BoardEvent.Tick tick -> today;
            case Listed listed -> today.listed(listed, moment);
            case MemberSeen seen -> today.agent(seen.address(), moment, a -> a.told(seen, moment));
            case BoardEvent.MemberGone(var queue, var address) -> today.known(address, a -> a.gone(queue, moment));
            case CallerJoined joined ->
                today.line(joined.queue(), moment, l -> new Line(l.callers().joined(joined, moment), l.tally()));
            case BoardEvent.CallerLeft(var queue, var caller) -> today.left(queue, caller, moment);
            case BoardEvent.CallerAbandoned(var queue, var caller) -> today.abandoned(queue, caller, moment);
            case BoardEvent.Offered(var address, var caller) -> today.known(address, a -> a.offered(caller, moment));
            case BoardEvent.OfferEnded(var address, var caller) ->
                today.known(address, a -> a.offerEnded(caller, moment));
            case BoardEvent.Connected(var queue, var address, var caller, var waited) ->
                today.silenced(caller, moment)
                        .known(address, a -> a.connected(caller, moment))
                        .line(
                                queue,
                                moment,
                                l -> new Line(
                                        l.callers().explained(caller), l.tally().connected(address, waited)));
            case BoardEvent.Completed(var queue, var address, var caller, var waited) ->
                today.known(address, a -> a.completed(moment))
                        .line(
                                queue,
                                moment,
                                l -> new Line(l.callers(), l.tally().completed(address, waited)));
        };
    }

    private Board.Link down(String reason, Moment moment) {
        return link instanceof Board.Link.Down(var before, var since, var nanos)
                ? new Board.Link.Down(reason, since, nanos)
                : new Board.Link.Down(reason, moment.now(), moment.nanos());
    }

    private BoardState linked(Board.Link now) {
        return new BoardState(now, false, lines, agents, day);
    }

    private BoardState onDay(Moment moment) {
        if (day.equals(Optional.of(moment.day()))) return this;
        var here = new TreeMap<>(agents);
        if (day.isPresent()) here.values().removeIf(a -> !a.isHere());
        var anew = new TreeMap<>(lines);
        if (day.isPresent())
            anew.replaceAll((q, l) -> new Line(l.callers(), l.tally().newDay(moment)));
        return new BoardState(link, watched, anew, here, Optional.of(moment.day()));
    }

    /** Changes an agent, who may be new. */
    private BoardState agent(String address, Moment moment, UnaryOperator<AgentSeat> change) {
        if (!agents.containsKey(address) && agents.size() >= MOST_AGENTS) return this;
        var changed = new TreeMap<>(agents);
        changed.compute(address, (a, seat) -> change.apply(seat == null ? AgentSeat.unknown(a, moment) : seat));
        return withAgents(changed);
    }

    /** Changes an agent; of one who is in no queue nothing else is told. */
    private BoardState known(String address, UnaryOperator<AgentSeat> change) {
        if (!agents.containsKey(address)) return this;
        var changed = new TreeMap<>(agents);
        changed.computeIfPresent(address, (a, seat) -> change.apply(seat));
        return withAgents(changed);
    }

    private BoardState withAgents(Map<String, AgentSeat> changed) {
        return new BoardState(link, watched, lines, changed, day);
    }

    private BoardState line(String queue, Moment moment, UnaryOperator<Line> change) {
        if (!lines.containsKey(queue) && lines.size() >= MOST_QUEUES) return this;
        var changed = new TreeMap<>(lines);
        changed.compute(
                queue,
                (q, line) ->
                        change.apply(line == null ? new Line(CallersLine.EMPTY, CallTally.unlisted(moment)) : line));
        return new BoardState(link, watched, changed, agents, day);
    }

    /** The caller rings nowhere any more. */
    private BoardState silenced(String caller, Moment moment) {
        var changed = new TreeMap<>(agents);
        changed.replaceAll((a, seat) -> seat.offerEnded(caller, moment));
        return withAgents(changed);
    }

    private BoardState left(String queue, String caller, Moment moment) {
        return silenced(caller, moment)
                .line(queue, moment, l -> new Line(l.callers().left(caller), l.tally()));
    }

    private BoardState abandoned(String queue, String caller, Moment moment) {
        return silenced(caller, moment)
                .line(
                        queue,
                        moment,
                        l -> new Line(
                                l.callers().explained(caller),
                                l.callers().knows(caller) ? l.tally().abandoned() : l.tally()));
    }

    private BoardState listed(Listed listed, Moment moment) {
        var queues = new TreeMap<String, Line>();
        listed.queues().stream().limit(MOST_QUEUES).forEach(q -> queues.put(q.queue(), lineOf(q, listed, moment)));
        Map<String, List<MemberSeen>> seen = new HashMap<>();
        for (Listing queue : listed.queues())
            for (MemberSeen member : queue.members())
                seen.computeIfAbsent(member.address(), a -> new ArrayList<>()).add(member);
        var all = new TreeMap<>(agents);
        for (String address : seen.keySet())
            if (all.size() < MOST_AGENTS) all.putIfAbsent(address, AgentSeat.unknown(address, moment));
        all.replaceAll((address, seat) -> seat.listed(seen.getOrDefault(address, List.of()), watched, moment));
        return new BoardState(link, true, queues, all, day);
    }

    private Line lineOf(Listing listing, Listed listed, Moment moment) {
        Optional<Line> before = Optional.ofNullable(lines.get(listing.queue()));
        var talking = new HashMap<String, Optional<Boolean>>();
        for (MemberSeen member : listing.members())
            if (member.inCall())
                talking.put(
                        member.address(),
                        before.map(l -> l.tally().talking().get(member.address()))
                                .orElse(Optional.empty()));
        var callers = before.map(Line::callers).orElse(CallersLine.EMPTY).listed(listing.callers(), moment);
        boolean everListed = before.filter(l -> l.tally().isListed()).isPresent();
        return new Line(
                callers,
                everListed
                        ? before.get().tally().listed(listing.counters(), talking)
                        : CallTally.first(listing.counters(), talking, listed.began(), moment));
    }

    /** @param extension the extension behind an address */
    Board board(Function<String, String> extension) {
        var waiting = new ArrayList<WaitingCaller>();
        var figures = new ArrayList<QueueFigures>();
        lines.forEach((queue, line) -> {
            waiting.addAll(line.callers().waiting(queue));
            figures.add(figures(queue, line));
        });
        return new Board(
                link,
                figures,
                agents.values().stream()
                        .map(a -> figures(a, extension))
                        .sorted(Comparator.comparing(AgentFigures::extension).thenComparing(AgentFigures::address))
                        .toList(),
                waiting);
    }

    private static QueueFigures figures(String queue, Line line) {
        CallTally.Sums today = line.tally().today();
        return new QueueFigures(
                queue,
                line.callers().callers().size(),
                line.callers().longest(),
                today.answered(),
                today.abandoned(),
                line.tally().from(),
                line.tally().level());
    }

    private static AgentFigures figures(AgentSeat seat, Function<String, String> extension) {
        return new AgentFigures(
                seat.address(),
                extension.apply(seat.address()),
                seat.name(),
                seat.state(),
                seat.since(),
                List.copyOf(seat.pauses().keySet()));
    }
}
