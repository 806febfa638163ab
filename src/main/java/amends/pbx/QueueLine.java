package amends.pbx;

import amends.kernel.Loop;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits, who may be offered a call, and who gets whom: the caller waiting for longest goes to the member idle for
 * longest (of those with the lowest penalty). Decides only; what follows is the {@link Floor}'s. Belongs to the
 * exchange's loop.
 */
final class QueueLine {
    /** Where the decisions are carried out. May call back into the line. */
    interface Floor {
        /** Whether the member's telephone is signed in and idle. */
        boolean free(Member member);

        void offer(WaitingCaller caller, Member member);

        /** The telephone rang for its whole time: it is to stop. */
        void rangOut(WaitingCaller caller, Member member, Duration rang);

        /** The caller has left the line already. */
        void waitedTooLong(WaitingCaller caller, int position);
    }

    private final CallQueue queue;
    private final Timekeeper time;
    private final Loop loop;
    private final Floor floor;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<WaitingCaller> waiting = new ArrayList<>();

    QueueLine(CallQueue queue, Timekeeper time, Loop loop, Floor floor) {
        this.queue = queue;
        this.time = time;
        this.loop = loop;
        this.floor = floor;
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    List<WaitingCaller> waiting() {
        return List.copyOf(waiting);
    }

    Optional<Member> member(String device) {
        return Optional.ofNullable(members.get(device));
    }

    /** The caller's place from 1; 0 when not in the line. */
    int position(WaitingCaller caller) {
        return waiting.indexOf(caller) + 1;
    }

    WaitingCaller join(String id) {
        var caller = new WaitingCaller(id, time.nanos(), waiting.size() + 1);
        waiting.add(caller);
        caller.waitTimer = loop.after(queue.maxWait(), () -> waitedLongEnough(caller));
        return caller;
    }

    /** The caller hung up or was let go. */
    void leave(WaitingCaller caller) {
        settle(caller);
        waiting.remove(caller);
        caller.waitTimer.cancel();
    }

    /** The member who was offered the caller took the call. */
    void answered(WaitingCaller caller) {
        Member member = caller.offeredTo;
        leave(caller);
        if (member != null) member.inCall = true;
    }

    /** The member's telephone refused, or could not be reached. */
    void refused(WaitingCaller caller) {
        Member member = caller.offeredTo;
        if (member == null) return;
        settle(caller);
        rest(member);
        if (caller.overdue) letGo(caller);
        else handOut();
    }

    void completed(Member member) {
        member.inCall = false;
        member.callsTaken++;
        member.lastCall = time.now().getEpochSecond();
        member.idleSince = time.nanos();
    }

    /** @return false when such a member is there already */
    boolean add(Member member) {
        return members.putIfAbsent(member.device, member) == null;
    }

    Optional<Member> remove(String device) {
        return Optional.ofNullable(members.remove(device));
    }

    void pause(Member member, boolean paused, String reason) {
        if (paused) member.lastPause = time.now().getEpochSecond();
        if (!paused && member.paused) member.restsUntil = time.nanos();
        member.paused = paused;
        member.pausedReason = paused ? reason : "";
    }

    /** Offers callers while there are members for them. Called whenever something changed that may matter. */
    void handOut() {
        for (WaitingCaller caller : waiting()) {
            if (caller.offeredTo != null || !waiting.contains(caller)) continue;
            Optional<Member> next = nextMember();
            if (next.isEmpty()) return;
            offer(caller, next.get());
        }
    }

    private Optional<Member> nextMember() {
        long now = time.nanos();
        return members.values().stream()
                .filter(m -> m.mayBeOffered(now) && floor.free(m))
                .min(Comparator.<Member>comparingInt(m -> m.penalty)
                        .thenComparing(m -> m.idleSince - now, Comparator.naturalOrder()));
    }

    private void offer(WaitingCaller caller, Member member) {
        caller.offeredTo = member;
        caller.offeredAt = time.nanos();
        member.offered = caller;
        caller.ringTimer = loop.after(queue.ringTimeout(), () -> rangOut(caller, member));
        floor.offer(caller, member);
    }

    private void rangOut(WaitingCaller caller, Member member) {
        if (caller.offeredTo != member) return;
        settle(caller);
        rest(member);
        floor.rangOut(caller, member, Duration.ofNanos(time.nanos() - caller.offeredAt));
        if (caller.overdue) letGo(caller);
        else handOut();
    }

    private void waitedLongEnough(WaitingCaller caller) {
        caller.overdue = true;
        if (caller.offeredTo == null) letGo(caller);
    }

    private void letGo(WaitingCaller caller) {
        int position = position(caller);
        if (position == 0) return;
        leave(caller);
        floor.waitedTooLong(caller, position);
    }

    private void settle(WaitingCaller caller) {
        caller.ringTimer.cancel();
        if (caller.offeredTo != null) caller.offeredTo.offered = null;
        caller.offeredTo = null;
    }

    /** Left alone for a while, and the last of the idle ones afterwards. */
    private void rest(Member member) {
        member.idleSince = time.nanos();
        member.restsUntil = time.nanos() + queue.retry().toNanos();
        loop.after(queue.retry(), this::handOut);
    }
}
