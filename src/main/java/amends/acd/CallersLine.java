package amends.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those who wait in one queue, by their positions. Pure.
 *
 * @param left ids of some who left lately, why not being known yet
 */
record CallersLine(List<CallersLine.One> callers, List<String> left) {
    static final CallersLine EMPTY = new CallersLine(List.of(), List.of());

    private static final int LATELY = 100;
    /** More are not drawn, whatever a distributor tells. */
    private static final int MOST = 2_000;

    record One(String id, String number, long joined) {}

    CallersLine {
        callers = List.copyOf(callers);
        left = List.copyOf(left);
    }

    /** Told twice is told once. */
    CallersLine joined(BoardEvent.CallerJoined event, Moment moment) {
        if (callers.size() >= MOST || find(event.caller()).isPresent()) return this;
        var more = new ArrayList<>(callers);
        int at = Math.clamp(event.position() - 1L, 0, more.size());
        more.add(at, one(event, moment));
        return new CallersLine(more, left);
    }

    /** As listed; who was known keeps the better known beginning. */
    CallersLine listed(List<BoardEvent.CallerJoined> now, Moment moment) {
        return new CallersLine(
                now.stream()
                        .limit(MOST)
                        .map(e -> find(e.caller()).orElseGet(() -> one(e, moment)))
                        .toList(),
                List.of());
    }

    CallersLine left(String caller) {
        if (find(caller).isEmpty()) return this;
        var lately = new ArrayList<>(left.size() < LATELY ? left : left.subList(1, left.size()));
        lately.add(caller);
        return new CallersLine(without(caller), lately);
    }

    /** It is known why: answered, or gave up. */
    CallersLine explained(String caller) {
        return new CallersLine(
                without(caller), left.stream().filter(id -> !id.equals(caller)).toList());
    }

    /** Whether it may be said of this caller that they gave up: not of one of whom the list knew already. */
    boolean knows(String caller) {
        return left.contains(caller) || find(caller).isPresent();
    }

    private List<One> without(String caller) {
        return callers.stream().filter(c -> !c.id().equals(caller)).toList();
    }

    private static One one(BoardEvent.CallerJoined event, Moment moment) {
        return new One(
                event.caller(), event.number(), moment.nanos() - event.waited().toNanos());
    }

    private Optional<One> find(String caller) {
        return callers.stream().filter(c -> c.id().equals(caller)).findFirst();
    }

    Optional<Since> longest() {
        return callers.stream()
                .map(One::joined)
                .reduce((a, b) -> a - b <= 0 ? a : b)
                .map(Since::exactly);
    }

    List<WaitingCaller> waiting(String queue) {
        var all = new ArrayList<WaitingCaller>();
        for (One one : callers)
            all.add(new WaitingCaller(queue, one.id(), one.number(), Since.exactly(one.joined()), all.size() + 1));
        return all;
    }
}
