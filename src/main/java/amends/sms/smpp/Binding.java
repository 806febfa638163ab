package amends.sms.smpp;

import amends.kernel.Ids;
import amends.sms.SmsGateway.Receiver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session bound: a thread of its own binds, waits for the loss, closes what is left and binds anew, with
 * pauses that grow while it does not succeed. Sessions are closed by this thread alone: the library locks itself up
 * when its own threads do it.
 */
final class Binding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Binding.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 5000;
    private static final int QUEUE = 10_000;
    private final SmppSettings settings;
    private final Consumer<Boolean> reachable;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = Thread.ofVirtual().name("smpp-binding").unstarted(this::keepBound);
    private Receiver receiver;
    private volatile SMPPSession bound;
    private boolean closed;

    Binding(SmppSettings settings, Consumer<Boolean> reachable) {
        this.settings = settings;
        this.reachable = reachable;
    }

    void start(Receiver to) {
        receiver = to;
        thread.start();
    }

    Optional<SMPPSession> session() {
        return Optional.ofNullable(bound)
                .filter(session -> session.getSessionState().isTransmittable());
    }

    private void keepBound() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed()) {
            SMPPSession session = newSession();
            try {
                bind(session);
                pause = FIRST_PAUSE;
                awaitLoss(session);
            } catch (IOException e) {
                LOG.warn(
                        "the SMS centre {}:{} is out of reach: {}", settings.server(), settings.port(), e.getMessage());
            } finally {
                release(session);
            }
            await(withJitter(pause));
            pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private SMPPSession newSession() {
        var session = new SMPPSession(Binding::connect);
        session.setEnquireLinkTimer((int) settings.enquire().toMillis());
        session.setTransactionTimer(settings.answer().toMillis());
        // Its threads carry out what we do on arrival and take the answers to what we send: arrivals must leave some.
        session.setPduProcessorDegree(Incoming.MOST_AT_ONCE + 2);
        session.setQueueCapacity(QUEUE);
        session.setMessageReceiverListener(new Incoming(Ids.next().toString(), receiver));
        session.addSessionStateListener((now, before, source) -> {
            if (!now.isBound()) wake();
        });
        return session;
    }

    private static Connection connect(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return new SocketConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void bind(SMPPSession session) throws IOException {
        var parameter = new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password().reveal(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
        session.connectAndBind(
                settings.server(),
                settings.port(),
                parameter,
                SmppGateway.bindTime(settings).toMillis());
        bound = session;
        LOG.info("bound to the SMS centre {}:{} as {}", settings.server(), settings.port(), settings.systemId());
        reachable.accept(true);
    }

    private void awaitLoss(SMPPSession session) {
        lock.lock();
        try {
            while (!closed && session.getSessionState().isBound()) changed.await(1, TimeUnit.SECONDS);
            if (!closed) LOG.warn("the connection to the SMS centre was lost");
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private void release(SMPPSession session) {
        boolean was = bound != null;
        bound = null;
        if (was) reachable.accept(false);
        session.unbindAndClose();
    }

    private void await(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** So that many desks do not come back at once. */
    private static Duration withJitter(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4));
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Says goodbye; waits for it a few seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (thread.isAlive() && !thread.join(SmppGateway.bindTime(settings)))
                LOG.warn("the SMS centre was left without a goodbye");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
