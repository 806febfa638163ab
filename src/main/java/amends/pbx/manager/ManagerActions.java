package amends.pbx.manager;

import amends.kernel.Timekeeper;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.pbx.Switchboard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients may ask for, who may, and where it is done. On the exchange's loop. */
final class ManagerActions {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerActions.class);
    private static final int MOST_SIGN_INS = 3;
    private final PbxConfig config;
    private final Timekeeper time;
    private final Instant started;
    private final QueueActions queues;
    private final CallActions calls;
    private final CoreActions core;

    ManagerActions(PbxConfig config, Switchboard board, Timekeeper time) {
        this.config = config;
        this.time = time;
        this.started = time.now();
        this.queues = new QueueActions(board);
        this.calls = new CallActions(board);
        this.core = new CoreActions(config, board, started);
    }

    void carryOut(ManagerMessage message, ManagerSession session) {
        String action = message.text("Action");
        var reply = new Reply(message.text("ActionID"), session);
        switch (action.toLowerCase(Locale.ROOT)) {
            case "login" -> login(message, session, reply);
            case "logoff" -> logoff(session, reply);
            default -> {
                if (session.signedIn()) known(action, message, session, reply);
                else reply.error("Permission denied");
            }
        }
    }

    private void known(String action, ManagerMessage message, ManagerSession session, Reply reply) {
        switch (action.toLowerCase(Locale.ROOT)) {
            case "ping" -> reply.send(reply.success().put("Ping", "Pong").put("Timestamp", timestamp()));
            case "events" -> events(message, session, reply);
            case "queueadd" -> queues.add(message, reply);
            case "queueremove" -> queues.remove(message, reply);
            case "queuepause" -> queues.pause(message, reply);
            case "queuestatus" -> queues.status(message, reply);
            case "queuesummary" -> queues.summary(message, reply);
            case "originate" -> calls.originate(message, reply);
            case "hangup" -> calls.hangUp(message, reply);
            case "getvar" -> calls.variable(message, reply);
            case "coreshowchannels" -> calls.list(reply);
            case "coresettings" -> core.settings(reply);
            case "corestatus" -> core.status(reply);
            case "extensionstate" -> core.extension(message, reply);
            default ->
                reply.error("Invalid/unknown command: " + action
                        + ". Use Action: ListCommands to show available commands.");
        }
    }

    private void login(ManagerMessage message, ManagerSession session, Reply reply) {
        if (session.signedIn()) {
            reply.message("Already authenticated");
            return;
        }
        String name = message.text("Username");
        if (!secretFits(name, message.text("Secret"))) {
            reply.error("Authentication failed");
            LOG.info("a manager client failed to sign in");
            if (session.signInFailed() >= MOST_SIGN_INS) session.closeSoon();
            return;
        }
        session.signIn(name);
        session.wantEvents(EventMask.parse(message.text("Events")));
        reply.message("Authentication accepted");
        long uptime = time.now().getEpochSecond() - started.getEpochSecond();
        session.send(Block.item("FullyBooted")
                .put("Privilege", "system,all")
                .put("Uptime", uptime)
                .put("LastReload", uptime)
                .put("Status", "Fully Booted"));
    }

    /** Takes the same time for every user of the same length of secret. */
    private boolean secretFits(String name, String secret) {
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (ManagerUser user : config.managerUsers()) {
            boolean same = MessageDigest.isEqual(user.secret().getBytes(StandardCharsets.UTF_8), given);
            fits |= same && user.name().equals(name);
        }
        return fits;
    }

    private static void logoff(ManagerSession session, Reply reply) {
        reply.send(Block.plain()
                .put("Response", "Goodbye")
                .put("ActionID", reply.actionId())
                .put("Message", "Thanks for all the fish."));
        session.closeSoon();
    }

    private static void events(ManagerMessage message, ManagerSession session, Reply reply) {
        EventMask mask = EventMask.parse(message.text("EventMask"));
        session.wantEvents(mask);
        reply.send(reply.success().put("Events", mask.isNone() ? "Off" : "On"));
    }

    private String timestamp() {
        Instant now = time.now();
        return now.getEpochSecond() + "." + String.format("%06d", now.getNano() / 1000);
    }
}
