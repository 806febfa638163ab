package amends.pbx;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One queue at work: callers hear music, members' telephones ring, and when one answers both are joined. The line
 * decides, this carries out and tells. Belongs to the exchange's loop.
 */
final class QueueDesk implements QueueLine.Floor {
    private final Exchange exchange;
    private final CallQueue queue;
    private final QueueLine line;
    private final QueueTally tally;
    private final Map<String, QueueVisit> visits = new HashMap<>();
    private DeviceState lamp = DeviceState.UNAVAILABLE;

    QueueDesk(Exchange exchange, CallQueue queue) {
        this.exchange = exchange;
        this.queue = queue;
        this.line = new QueueLine(queue, exchange.time(), exchange.loop(), this);
        this.tally = new QueueTally(queue.serviceLevel());
    }

    CallQueue queue() {
        return queue;
    }

    QueueLine line() {
        return line;
    }

    QueueTally tally() {
        return tally;
    }

    /** The caller, answered already, waits from now on. */
    void enter(Channel caller) {
        WaitingCaller waiting = line.join(caller.uniqueId);
        var visit = new QueueVisit(exchange, this, caller, waiting);
        visits.put(waiting.id, visit);
        if (line.waiting().size() == 1) publishLamp("Queue:" + queue.name(), DeviceState.RINGING);
        visit.begin(line.waiting().size());
        line.handOut();
    }

    void left(QueueVisit visit, int position) {
        visits.remove(visit.waiting().id);
        int count = line.waiting().size();
        if (count == 0) publishLamp("Queue:" + queue.name(), DeviceState.NOT_INUSE);
        exchange.publish(new PbxEvent.CallerLeft(visit.caller().view(), queue.name(), position, count));
    }

    @Override
    public boolean free(Member member) {
        return exchange.devices().free(member.device);
    }

    @Override
    public void offer(WaitingCaller caller, Member member) {
        visits.get(caller.id).offer(member);
    }

    @Override
    public void rangOut(WaitingCaller caller, Member member, Duration rang) {
        visits.get(caller.id).rangOut(member, rang);
    }

    @Override
    public void waitedTooLong(WaitingCaller caller, int position) {
        visits.get(caller.id).letGo(position);
    }

    QueueChange add(String device, String name, int penalty, boolean paused, String reason) {
        var member = new Member(
                queue.name(),
                device,
                name,
                penalty,
                exchange.time().now().getEpochSecond(),
                exchange.time().nanos());
        if (paused) line.pause(member, true, reason);
        if (!line.add(member)) return QueueChange.ALREADY_THERE;
        publishPauseLamp(member);
        exchange.publish(new PbxEvent.MemberAdded(view(member)));
        stir();
        return QueueChange.DONE;
    }

    QueueChange remove(String device) {
        Optional<Member> member = line.remove(device);
        member.ifPresent(m -> {
            exchange.publish(new PbxEvent.MemberRemoved(view(m)));
            if (m.paused) publishLamp(pauseLamp(m), DeviceState.NOT_INUSE);
            stir();
        });
        return member.isPresent() ? QueueChange.DONE : QueueChange.NOT_THERE;
    }

    QueueChange pause(String device, boolean paused, String reason) {
        Optional<Member> member = line.member(device);
        member.ifPresent(m -> {
            line.pause(m, paused, reason);
            publishPauseLamp(m);
            exchange.publish(new PbxEvent.MemberPauseChanged(view(m)));
            stir();
        });
        return member.isPresent() ? QueueChange.DONE : QueueChange.NOT_THERE;
    }

    /** The member's telephone is doing something else than before. */
    void deviceChanged(String device) {
        line.member(device).ifPresent(m -> {
            exchange.publish(new PbxEvent.MemberStateChanged(view(m)));
            stir();
        });
    }

    /** Offers after what is under way has been told to its end. */
    private void stir() {
        DeviceState available = view().available() > 0 ? DeviceState.NOT_INUSE : DeviceState.INUSE;
        if (available != lamp) publishLamp("Queue:" + queue.name() + "_avail", available);
        lamp = available;
        exchange.loop().execute(line::handOut);
    }

    private void publishPauseLamp(Member member) {
        publishLamp(pauseLamp(member), member.paused ? DeviceState.INUSE : DeviceState.NOT_INUSE);
    }

    private String pauseLamp(Member member) {
        return "Queue:" + queue.name() + "_pause_" + member.device;
    }

    private void publishLamp(String name, DeviceState state) {
        exchange.publish(new PbxEvent.DeviceStateChanged(name, state));
    }

    MemberView view(Member member) {
        return member.view(exchange.devices().state(member.device));
    }

    QueueView view() {
        List<MemberView> members = line.members().stream().map(this::view).toList();
        List<QueueView.Entry> waiting = line.waiting().stream()
                .filter(w -> visits.containsKey(w.id))
                .map(w -> new QueueView.Entry(
                        line.position(w), visits.get(w.id).caller().view(), exchange.secondsSince(w.joined)))
                .toList();
        return tally.view(queue.name(), members, waiting);
    }
}
