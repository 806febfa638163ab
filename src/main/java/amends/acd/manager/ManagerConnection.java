package amends.acd.manager;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PlainText;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a signed-in connection to the distributor: comes back by itself, and notices by pings when it is dead. Lives on
 * one loop.
 */
final class ManagerConnection {
    /** Told on the loop. */
    interface Listener {
        /** Signed in; what was said before is forgotten at the other end. */
        void up(ManagerDialogue link);

        void happened(ManagerFrame event, ManagerDialogue link);

        /** @param reason one plain line @param again when the next attempt is made */
        void down(String reason, Duration again);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ManagerConnection.class);
    private static final Duration PING = Duration.ofSeconds(15);

    private final ManagerSettings settings;
    private final Loop loop;
    private final Set<String> events;
    private final RetryDelay delay;
    private final Listener listener;
    private Attempt current;
    private Cancellable retry = () -> {};

    /** @param events what is worth the loop's time, everything else stays on the reading thread */
    ManagerConnection(
            ManagerSettings settings, Loop loop, Set<String> events, RandomGenerator random, Listener listener) {
        this.settings = settings;
        this.loop = loop;
        this.events = Set.copyOf(events);
        this.delay = new RetryDelay(random);
        this.listener = listener;
    }

    void open() {
        if (current == null) connect();
    }

    private void connect() {
        current = new Attempt();
        current.socket.open();
    }

    /** What was asked before is still sent. */
    void close() {
        retry.cancel();
        Attempt closing = current;
        current = null;
        if (closing != null) closing.leave();
    }

    /** Empty while it is down. */
    Optional<ManagerDialogue> link() {
        return Optional.ofNullable(current).filter(a -> a.up).map(a -> a.dialogue);
    }

    private boolean wanted(ManagerFrame frame) {
        return frame.isResponse() || !frame.get("ActionID").isEmpty() || events.contains(frame.event());
    }

    private void lost(String reason, Duration wait) {
        LOG.warn("{}; again in {} ms", reason, wait.toMillis());
        listener.down(reason, wait);
        retry = loop.after(wait, this::connect);
    }

    /** One connection from its opening to its end; what a later one replaced stays silent. */
    private final class Attempt implements ManagerSocket.Listener {
        private final ManagerSocket socket = new ManagerSocket(settings, loop, ManagerConnection.this::wanted, this);
        private final ManagerDialogue dialogue = new ManagerDialogue(loop, socket);
        private boolean up;
        private boolean refused;
        private Cancellable ping = () -> {};

        void leave() {
            ping.cancel();
            if (up) {
                socket.send(new ManagerAction("Logoff"));
                socket.finish();
            } else socket.close("closed");
        }

        @Override
        public void connected() {
            if (current != this) return;
            var login = new ManagerAction("Login")
                    .with("Username", settings.user())
                    .with("Secret", settings.secret())
                    .with("Events", "system,agent,call");
            dialogue.ask(login, this::loggedIn);
        }

        private void loggedIn(ManagerAnswer answer) {
            if (current != this) return;
            if (!answer.success()) {
                refused = answer.response().isResponse();
                socket.close(
                        refused
                                ? "the manager protocol refuses user " + settings + ": "
                                        + PlainText.line(answer.message(), 100)
                                : answer.message());
                return;
            }
            up = true;
            LOG.info("the manager protocol is up as {}", settings);
            listener.up(dialogue);
            ping = loop.after(PING, this::ping);
        }

        private void ping() {
            dialogue.ask(new ManagerAction("Ping"), answer -> {
                if (current != this) return;
                if (!answer.success()) socket.close("the manager protocol does not answer any more");
                else {
                    delay.reset();
                    ping = loop.after(PING, this::ping);
                }
            });
        }

        @Override
        public void frame(ManagerFrame frame) {
            if (current != this) return;
            if (!dialogue.take(frame) && up) listener.happened(frame, dialogue);
        }

        @Override
        public void closed(String reason) {
            ping.cancel();
            up = false;
            dialogue.end();
            if (current != this) return;
            lost(PlainText.line(reason, 200), refused ? delay.afterRefusal() : delay.next());
        }
    }
}
