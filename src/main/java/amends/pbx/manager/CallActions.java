package amends.pbx.manager;

import amends.kernel.PlainText;
import amends.pbx.ChannelView;
import amends.pbx.OriginateOrder;
import amends.pbx.Switchboard;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls made, ended and asked about by a client. */
final class CallActions {
    private static final int USUAL_TIMEOUT = 30_000;
    private static final int LONGEST_TIMEOUT = 300_000;
    private static final int LONGEST = 80;
    private final Switchboard board;

    CallActions(Switchboard board) {
        this.board = board;
    }

    void originate(ManagerMessage message, Reply reply) {
        String device = message.text("Channel");
        String exten = message.text("Exten");
        if (device.isEmpty()) reply.error("Channel not specified");
        else if (!message.text("Application").isEmpty()) reply.error("Applications are not offered here");
        else if (exten.isEmpty()) reply.error("Extension not specified");
        else if (!message.isTrue("Async")) reply.error("Only asynchronous calls are offered here: Async: true");
        else {
            reply.message("Originate successfully queued");
            board.originate(new OriginateOrder(
                    reply.actionId(),
                    PlainText.line(device, LONGEST),
                    PlainText.line(exten, LONGEST),
                    message.get("Context").map(c -> PlainText.line(c, LONGEST)).orElse("agents"),
                    message.text("CallerID"),
                    Duration.ofMillis(message.number("Timeout", 1, LONGEST_TIMEOUT, USUAL_TIMEOUT)),
                    variables(message.all("Variable"))));
        }
    }

    private static Map<String, String> variables(List<String> lines) {
        var variables = new LinkedHashMap<String, String>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0)
                variables.put(line.substring(0, equals).replaceFirst("^_+", ""), line.substring(equals + 1));
        }
        return variables;
    }

    void hangUp(ManagerMessage message, Reply reply) {
        if (board.channel(message.text("Channel")).isEmpty()) {
            reply.error("No such channel");
            return;
        }
        reply.message("Channel Hungup");
        board.hangUp(message.text("Channel"));
    }

    void variable(ManagerMessage message, Reply reply) {
        String name = message.text("Variable");
        if (name.isEmpty()) {
            reply.error("No variable specified");
            return;
        }
        Optional<String> value = board.variable(message.text("Channel"), name);
        if (value.isEmpty()) reply.error("No such channel");
        else reply.send(reply.success().put("Variable", name).put("Value", value.get()));
    }

    void list(Reply reply) {
        reply.listBegins("Channels will follow");
        List<ChannelView> channels = board.channels();
        channels.forEach(c -> {
            Block block = Block.item("CoreShowChannel");
            if (!reply.actionId().isEmpty()) block.put("ActionID", reply.actionId());
            reply.send(ViewBlocks.channel(block, c));
        });
        reply.listEnds("CoreShowChannelsComplete", channels.size());
    }
}
