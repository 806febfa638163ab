package amends.sip;

import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.ListeningPointImpl;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.MessageProcessor;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import javax.sip.IOExceptionEvent;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a stack so that nothing of it stays: ports at once, threads within a second. */
final class StackEnd {
    private static final Logger LOG = LoggerFactory.getLogger(StackEnd.class);

    private StackEnd() {}

    static void stop(SipStackImpl stack) {
        var scanner = stack.getEventScanner();
        var points = new ArrayList<ListeningPoint>();
        for (Iterator<?> all = stack.getListeningPoints(); all.hasNext(); ) points.add((ListeningPoint) all.next());
        points.forEach(point -> delete(stack, point));
        for (ListeningPoint point : points) awaitFree(point);
        // The stack sleeps a second while it stops.
        Thread.ofVirtual().name("sip-stop").start(() -> {
            stack.stop();
            // Its event thread waits for ever on an empty queue and would keep the JVM alive: wake it once.
            scanner.addEvent(new EventWrapper(new IOExceptionEvent(stack, "", 0, ""), null));
        });
    }

    private static void delete(SipStackImpl stack, ListeningPoint point) {
        try {
            stack.deleteListeningPoint(point);
        } catch (ObjectInUseException e) {
            LOG.debug("a listening point stays in use", e);
        } catch (NullPointerException e) {
            // Closed as soon as it was opened: the stack trips over a receiving thread that has not begun.
            stopOnceBegun(((ListeningPointImpl) point).getMessageProcessor());
        }
    }

    private static void stopOnceBegun(MessageProcessor receiver) {
        for (int attempt = 0; attempt < 400; attempt++) {
            LockSupport.parkNanos(5_000_000);
            try {
                receiver.stop();
                return;
            } catch (NullPointerException e) {
                LOG.trace("not begun yet", e);
            }
        }
        LOG.info("a thread that receives {} never began", receiver.getTransport());
    }

    /** A closed socket is given back only when the thread that waits on it has woken. */
    private static void awaitFree(ListeningPoint point) {
        for (int attempt = 0; attempt < 200; attempt++) {
            try (var udp = new DatagramSocket(point.getPort(), InetAddress.ofLiteral(point.getIPAddress()));
                    var tcp = new ServerSocket(point.getPort(), 1, udp.getLocalAddress())) {
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        LOG.info("port {} is not free yet", point.getPort());
    }
}
