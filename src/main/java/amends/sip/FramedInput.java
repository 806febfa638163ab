package amends.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a stream into messages by Content-Length (RFC 3261 §18.3) and hands on those that pass. A message that is too
 * large, has no length or does not come to its end in time ends the connection: nobody can say where the next begins.
 * Double line ends are a question whether we are there, and are answered (RFC 5626 §3.5.1). Read by one thread; any other sees the end only.
 */
final class FramedInput extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(FramedInput.class);
    private static final long FAREWELL_NANOS = 200_000_000;
    private static final byte[] PONG = {'\r', '\n'};

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final WireGate gate;
    private final Reading reading;
    private final InetSocketAddress peer;
    private byte[] collected = new byte[2_048];
    private int length;
    private long began;
    private byte[] ready = new byte[0];
    private int next;

    FramedInput(Socket socket, InputStream in, OutputStream out, WireGate gate, Reading reading) {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.gate = gate;
        this.reading = reading;
        this.peer = (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        if (most == 0) return 0;
        if (!reading.isMine()) return -1;
        while (next == ready.length) {
            if (!fetch()) return -1;
        }
        int given = Math.min(most, ready.length - next);
        System.arraycopy(ready, next, into, offset, given);
        next += given;
        return given;
    }

    /** Brings the next message that passes, or nothing yet. @return false at the end of the connection */
    private boolean fetch() throws IOException {
        skipLineEnds();
        int end = Framing.headEnd(collected, length);
        if (end < 0) return length > WireLimits.MOST_HEAD ? end("a head too long") : more();
        int body = Framing.bodyBegin(collected, end);
        WireHead head = WireHead.read(collected, end);
        boolean clear = head.values("content-length").size() == 1 && head.contentLength() >= 0;
        if (!clear) return refuseAndEnd(end, body);
        int whole = body + head.contentLength();
        if (head.contentLength() > WireLimits.MOST_BODY) return end("a body too long");
        if (length < whole) return more();
        pass(end, body, whole);
        return true;
    }

    private void skipLineEnds() throws IOException {
        int begin = Framing.begin(collected, length);
        if (begin >= 4) write(PONG);
        // A lone pair may be half of a question: it waits for what follows.
        if (begin > 0 && (begin >= 4 || begin < length)) drop(begin);
    }

    private void pass(int end, int body, int whole) throws IOException {
        byte[] message = Arrays.copyOf(collected, whole);
        drop(whole);
        switch (gate.rule(message, end, whole - body, peer)) {
            case WireGate.Ruling.Pass _ -> {
                ready = message;
                next = 0;
            }
            case WireGate.Ruling.Keep(var answer) -> {
                if (answer.isPresent()) write(answer.get());
            }
        }
    }

    /** Where the message ends cannot be known; what can be said about it is said. */
    private boolean refuseAndEnd(int end, int body) throws IOException {
        byte[] message = Arrays.copyOf(collected, length);
        WireHead head = WireHead.read(message, end);
        boolean asked = !head.start().startsWith("SIP/") && !head.start().startsWith("ACK ");
        switch (gate.rule(message, end, length - body, peer)) {
            case WireGate.Ruling.Keep(var answer) when answer.isPresent() -> write(answer.get());
            case WireGate.Ruling.Pass _ when asked -> write(WireRefusal.of(head, 400, "Missing Content-Length", peer));
            default -> {}
        }
        return end("a message without a clear Content-Length");
    }

    private boolean end(String why) throws IOException {
        LOG.info("the connection of {} is ended: {}", peer, why);
        // What came before on it may be about to be answered.
        LockSupport.parkNanos(FAREWELL_NANOS);
        socket.close();
        return false;
    }

    /** Waits for bytes: for ever between messages, up to the deadline within one. */
    private boolean more() throws IOException {
        if (length == collected.length) collected = Arrays.copyOf(collected, length * 2);
        boolean idle = Framing.begin(collected, length) == length;
        long left = (WireLimits.PATIENCE_NANOS - (gate.time().nanos() - began)) / 1_000_000;
        if (!idle && left <= 0) return end("a message that takes too long");
        try {
            socket.setSoTimeout(idle ? 0 : (int) left);
            int read = in.read(collected, length, collected.length - length);
            if (read < 0) return false;
            if (idle) began = gate.time().nanos();
            length += read;
            return true;
        } catch (SocketTimeoutException e) {
            return end("a message that takes too long");
        }
    }

    private void drop(int bytes) {
        System.arraycopy(collected, bytes, collected, 0, length - bytes);
        length -= bytes;
        began = gate.time().nanos();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
