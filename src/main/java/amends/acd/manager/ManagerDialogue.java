package amends.acd.manager;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests and their answers on one connection, joined by ActionID. Call loop. */
final class ManagerDialogue {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerDialogue.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNANSWERED = 500;
    private static final int ITEMS = 5_000;

    private record Pending(
            String action,
            Consumer<ManagerAnswer> listener,
            Cancellable timeout,
            List<ManagerFrame> items,
            ManagerFrame[] start) {}

    private final Loop loop;
    private final ManagerSocket socket;
    private final Map<String, Pending> pending = new HashMap<>();
    private long asked;
    private boolean ended;

    ManagerDialogue(Loop loop, ManagerSocket socket) {
        this.loop = loop;
        this.socket = socket;
    }

    /** Sends the request; the listener is told once, on the loop, also when no answer comes. */
    void ask(ManagerAction action, Consumer<ManagerAnswer> listener) {
        if (ended || pending.size() >= UNANSWERED) {
            listener.accept(ManagerAnswer.none("not sent"));
            return;
        }
        String id = "amends-" + ++asked;
        var timeout = loop.after(PATIENCE, () -> settle(id, ManagerAnswer.none("no answer to " + action.name())));
        pending.put(id, new Pending(action.name(), listener, timeout, new ArrayList<>(), new ManagerFrame[1]));
        socket.send(action.with("ActionID", id));
    }

    /** As {@link #ask}, only a refusal is of interest, for the log. */
    void tell(ManagerAction action) {
        ask(action, answer -> {
            if (!answer.success()) LOG.warn("{} was refused: {}", action.name(), answer.message());
        });
    }

    /** @return whether the message belonged to a request */
    boolean take(ManagerFrame frame) {
        String id = frame.get("ActionID");
        Pending asker = pending.get(id);
        if (asker == null) return false;
        if (frame.isResponse() && !frame.isSuccess())
            settle(id, new ManagerAnswer(false, frame.get("Message"), frame, List.of()));
        else if (frame.isResponse() && frame.is("EventList", "start")) asker.start()[0] = frame;
        else if (frame.isResponse()) settle(id, new ManagerAnswer(true, frame.get("Message"), frame, List.of()));
        else if (frame.is("EventList", "Complete"))
            settle(id, new ManagerAnswer(true, "", asker.start()[0] == null ? frame : asker.start()[0], asker.items()));
        else if (asker.items().size() < ITEMS) asker.items().add(frame);
        return true;
    }

    /** The connection is gone: whoever waits is told so. */
    void end() {
        ended = true;
        for (String id : List.copyOf(pending.keySet())) settle(id, ManagerAnswer.none("the link was lost"));
    }

    private void settle(String id, ManagerAnswer answer) {
        Pending asker = pending.remove(id);
        if (asker == null) return;
        asker.timeout().cancel();
        asker.listener().accept(answer);
    }
}
