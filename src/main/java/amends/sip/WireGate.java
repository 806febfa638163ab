package amends.sip;

import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between an endpoint's sockets and its stack: every message is looked at here first, so that what is malformed
 * or too much is answered or dropped before it costs a transaction. Any thread.
 */
final class WireGate {
    private static final Logger LOG = LoggerFactory.getLogger(WireGate.class);

    private static final int MOST_ASKED = 4_096;

    /** To whom something was sent: only from there an answer can come. */
    private final Set<InetAddress> asked = ConcurrentHashMap.newKeySet();

    /** What a flood of strangers takes is not taken from the server. */
    private final Share ofServer;

    private final Share ofStrangers;
    private final WireLimits limits;
    private final Optional<InetAddress> server;
    private final Timekeeper time;

    /** @param server who is no stranger here; empty when this endpoint has no server */
    WireGate(WireLimits limits, Optional<InetAddress> server, Timekeeper time) {
        this.limits = limits;
        this.server = server;
        this.time = time;
        ofServer = Share.of(limits, time);
        ofStrangers = Share.of(limits, time);
    }

    private record Share(Throttle invites, Throttle messages, Throttle others, Throttle refusals, Throttle words) {
        static Share of(WireLimits limits, Timekeeper time) {
            return new Share(
                    new Throttle(limits.invites(), time),
                    new Throttle(limits.invites(), time),
                    new Throttle(limits.others(), time),
                    new Throttle(limits.others() * 2, time),
                    new Throttle(2, time));
        }
    }

    private Share of(InetSocketAddress from) {
        return isServer(from.getAddress()) ? ofServer : ofStrangers;
    }

    WireLimits limits() {
        return limits;
    }

    boolean isServer(InetAddress peer) {
        return server.filter(peer::equals).isPresent();
    }

    Timekeeper time() {
        return time;
    }

    /** What is to be done with a message. */
    sealed interface Ruling {
        record Pass() implements Ruling {}

        /** @param answer to send back, if any */
        record Keep(Optional<byte[]> answer) implements Ruling {}
    }

    private static final Ruling PASS = new Ruling.Pass();

    /**
     * @param message the head, the empty line and what came of the body
     * @param headLength bytes before the empty line
     * @param bodyLength bytes after it
     */
    Ruling rule(byte[] message, int headLength, int bodyLength, InetSocketAddress from) {
        WireHead head = WireHead.read(message, headLength);
        return switch (WireCheck.of(head, message, bodyLength)) {
            case WireCheck.Verdict.Passed _ -> passing(head, from);
            case WireCheck.Verdict.Refused(int status, String reason) -> refusing(head, status, reason, from);
            case WireCheck.Verdict.Dropped(String why) -> {
                said(head, why, from);
                yield new Ruling.Keep(Optional.empty());
            }
        };
    }

    /** Something is being sent there. */
    void asks(InetAddress peer) {
        if (asked.size() >= MOST_ASKED) asked.clear();
        asked.add(peer);
    }

    private Ruling passing(WireHead head, InetSocketAddress from) {
        boolean response = head.start().regionMatches(true, 0, "SIP/", 0, 4);
        if (response && !asked.contains(from.getAddress())) {
            said(head, "nothing was asked there", from);
            return new Ruling.Keep(Optional.empty());
        }
        if (head.beginsWith("INVITE"))
            return of(from).invites().passes() ? PASS : refusing(head, 503, "Too Many Calls At Once", from);
        if (head.beginsWith("MESSAGE"))
            return of(from).messages().passes() ? PASS : refusing(head, 503, "Too Many Messages At Once", from);
        boolean answered =
                !response && !head.start().startsWith("ACK ") && !head.start().startsWith("CANCEL ");
        boolean begins = answered && head.beginsWith(head.start().split(" ", 2)[0]);
        return !begins || of(from).others().passes() ? PASS : new Ruling.Keep(Optional.empty());
    }

    private Ruling refusing(WireHead head, int status, String reason, InetSocketAddress from) {
        said(head, status + " " + reason, from);
        return new Ruling.Keep(
                of(from).refusals().passes()
                        ? Optional.of(WireRefusal.of(head, status, reason, from))
                        : Optional.empty());
    }

    private void said(WireHead head, String what, InetSocketAddress from) {
        if (of(from).words().passes()) LOG.info("from {}: {}: {}", from, PlainText.line(head.start(), 80), what);
    }
}
