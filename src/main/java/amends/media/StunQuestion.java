package amends.media;

import amends.kernel.Timekeeper;
import amends.rtp.StunMessage;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Asks a STUN server where it sees a socket. Blocks for three and a half seconds at most; one thread. */
final class StunQuestion {
    /** Milliseconds that an answer is waited for, each time (RFC 8489 §6.2.1: twice as long from one to the next). */
    private static final long[] WAITS = {500, 1000, 2000};

    private static final long STEP_NANOS = 5_000_000L;

    private final SecureRandom random = new SecureRandom();
    private final Timekeeper time;

    StunQuestion(Timekeeper time) {
        this.time = time;
    }

    /** Empty when the server does not answer, or with nothing that can be used. */
    Optional<InetSocketAddress> ask(RtpSocket socket, InetSocketAddress server) {
        byte[] id = id();
        byte[] request = StunMessage.bindingRequest(id);
        for (long wait : WAITS) {
            socket.send(request, server);
            long until = time.nanos() + wait * 1_000_000;
            while (time.nanos() < until) {
                Optional<StunMessage> answer = answer(socket, server, id);
                if (answer.isPresent()) return mapped(answer.get());
                if (Thread.interrupted()) return Optional.empty();
                LockSupport.parkNanos(STEP_NANOS);
            }
        }
        return Optional.empty();
    }

    /** A word that wants no answer: whatever translates our address between here and there does not forget it. */
    void remind(RtpSocket socket, InetSocketAddress server) {
        socket.sendQuietly(StunMessage.bindingIndication(id()), server);
    }

    private byte[] id() {
        var id = new byte[StunMessage.ID_LENGTH];
        random.nextBytes(id);
        return id;
    }

    /** Whoever else sends here, or guesses, is not heard. */
    private static Optional<StunMessage> answer(RtpSocket socket, InetSocketAddress server, byte[] id) {
        var answer = new AtomicReference<StunMessage>();
        socket.drain((bytes, length, source) -> {
            if (source.equals(server))
                StunMessage.parse(bytes, length).filter(m -> m.answers(id)).ifPresent(answer::set);
        });
        return Optional.ofNullable(answer.get());
    }

    private static Optional<InetSocketAddress> mapped(StunMessage answer) {
        return answer.type() == StunMessage.BINDING_SUCCESS && !answer.demandsMore()
                ? answer.mapped()
                : Optional.empty();
    }
}
