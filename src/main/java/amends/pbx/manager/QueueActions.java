package amends.pbx.manager;

import amends.kernel.PlainText;
import amends.pbx.ChannelView;
import amends.pbx.MemberView;
import amends.pbx.QueueChange;
import amends.pbx.QueueView;
import amends.pbx.Switchboard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who serves which queue, and how the queues stand. */
final class QueueActions {
    private static final int LONGEST = 80;
    private final Switchboard board;

    QueueActions(Switchboard board) {
        this.board = board;
    }

    void add(ManagerMessage message, Reply reply) {
        String queue = message.text("Queue");
        String device = message.text("Interface");
        if (queue.isEmpty()) reply.error("'Queue' not specified.");
        else if (device.isEmpty()) reply.error("'Interface' not specified.");
        else {
            String name = PlainText.line(message.text("MemberName"), LONGEST);
            QueueChange change = board.addMember(
                    queue,
                    PlainText.line(device, LONGEST),
                    name.isEmpty() ? PlainText.line(device, LONGEST) : name,
                    message.number("Penalty", 0, 1000, 0),
                    message.isTrue("Paused"),
                    reason(message));
            switch (change) {
                case DONE -> reply.message("Added interface to queue");
                case ALREADY_THERE -> reply.error("Unable to add interface: Already there");
                case NO_SUCH_QUEUE, NOT_THERE -> reply.error("Unable to add interface to queue: No such queue");
            }
        }
    }

    void remove(ManagerMessage message, Reply reply) {
        String queue = message.text("Queue");
        String device = message.text("Interface");
        if (queue.isEmpty() || device.isEmpty()) {
            reply.error("Need 'Queue' and 'Interface' parameters.");
            return;
        }
        switch (board.removeMember(queue, device)) {
            case DONE -> reply.message("Removed interface from queue");
            case NO_SUCH_QUEUE -> reply.error("Unable to remove interface from queue: No such queue");
            case NOT_THERE, ALREADY_THERE -> reply.error("Unable to remove interface: Not there");
        }
    }

    void pause(ManagerMessage message, Reply reply) {
        String device = message.text("Interface");
        if (device.isEmpty() || message.get("Paused").isEmpty()) {
            reply.error("Need 'Interface' and 'Paused' parameters.");
            return;
        }
        boolean paused = message.isTrue("Paused");
        Optional<String> queue = message.get("Queue").filter(q -> !q.isEmpty());
        if (board.pauseMember(queue, device, paused, reason(message)) == QueueChange.DONE)
            reply.message(paused ? "Interface paused successfully" : "Interface unpaused successfully");
        else reply.error("Interface not found");
    }

    private static String reason(ManagerMessage message) {
        return PlainText.line(message.text("Reason"), LONGEST);
    }

    void status(ManagerMessage message, Reply reply) {
        reply.listBegins("Queue status will follow");
        int items = 0;
        for (QueueView queue : wanted(message)) {
            reply.item(params(queue));
            items++;
            for (MemberView member : queue.members()) {
                if (!matches(message, member)) continue;
                reply.item(ViewBlocks.memberItem(Block.item("QueueMember"), member));
                items++;
            }
            for (QueueView.Entry entry : queue.waiting()) {
                reply.item(entry(queue, entry));
                items++;
            }
        }
        reply.listEnds("QueueStatusComplete", items);
    }

    private List<QueueView> wanted(ManagerMessage message) {
        String name = message.text("Queue");
        return board.queues().stream()
                .filter(q -> name.isEmpty() || q.name().equals(name))
                .toList();
    }

    private static boolean matches(ManagerMessage message, MemberView member) {
        String wanted = message.text("Member");
        return wanted.isEmpty() || wanted.equals(member.device());
    }

    private static Block params(QueueView queue) {
        return Block.item("QueueParams")
                .put("Queue", queue.name())
                .put("Max", 0)
                .put("Strategy", "leastrecent")
                .put("Calls", queue.waiting().size())
                .put("Holdtime", queue.holdTime())
                .put("TalkTime", queue.talkTime())
                .put("Completed", queue.completed())
                .put("Abandoned", queue.abandoned())
                .put("ServiceLevel", queue.serviceLevel())
                .put("ServicelevelPerf", percent(queue.prompt(), queue.completed()))
                .put("ServicelevelPerf2", percent(queue.prompt(), queue.completed() + queue.abandoned()))
                .put("Weight", 0);
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f", whole == 0 ? 0.0 : 100.0 * part / whole);
    }

    private static Block entry(QueueView queue, QueueView.Entry entry) {
        ChannelView channel = entry.channel();
        return Block.item("QueueEntry")
                .put("Queue", queue.name())
                .put("Position", entry.position())
                .put("Channel", channel.name())
                .put("Uniqueid", channel.uniqueId())
                .put("CallerIDNum", ViewBlocks.known(channel.callerNumber()))
                .put("CallerIDName", ViewBlocks.known(channel.callerName()))
                .put("ConnectedLineNum", ViewBlocks.known(channel.connectedNumber()))
                .put("ConnectedLineName", ViewBlocks.known(channel.connectedName()))
                .put("Wait", entry.waited())
                .put("Priority", 0);
    }

    void summary(ManagerMessage message, Reply reply) {
        reply.listBegins("Queue summary will follow");
        List<QueueView> wanted = wanted(message);
        for (QueueView queue : wanted) {
            reply.item(Block.item("QueueSummary")
                    .put("Queue", queue.name())
                    .put("LoggedIn", queue.members().size())
                    .put("Available", queue.available())
                    .put("Callers", queue.waiting().size())
                    .put("HoldTime", queue.holdTime())
                    .put("TalkTime", queue.talkTime())
                    .put("LongestHoldTime", queue.longestWait()));
        }
        reply.listEnds("QueueSummaryComplete", wanted.size());
    }
}
