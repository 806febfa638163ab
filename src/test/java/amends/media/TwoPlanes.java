package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.rtp.RtpPacket;
import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaLeg;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two desks' media in one JVM, joined over the loopback by real sockets. */
abstract class TwoPlanes {
    static final CallId CALL = new CallId("call@test");
    static final short[] A_SAYS = Sounds.babble(1, 4);
    static final short[] B_SAYS = Sounds.babble(2, 4);
    /** Samples after which a sound that has not come through does not come through at all. */
    private static final int MOST_HEARD = 50 * Pcm.RATE;

    final MemoryDevices devicesA = new MemoryDevices(A_SAYS);
    final MemoryDevices devicesB = new MemoryDevices(B_SAYS);
    final KeepingTap tap = new KeepingTap();
    RtpMediaPlane planeA;
    RtpMediaPlane planeB;
    MediaLeg a;
    MediaLeg b;

    @BeforeEach
    void open() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        planeA = new RtpMediaPlane(() -> loopback, PortRange.ANY, devicesA, call -> tap, Timekeeper.system());
        planeB = new RtpMediaPlane(() -> loopback, PortRange.ANY, devicesB, call -> CallTap.NONE, Timekeeper.system());
        a = planeA.open(CALL);
        b = planeB.open(CALL);
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
        planeA.close();
        planeB.close();
    }

    void connect(MediaDirection direction) {
        a.connect(with(b.local(), direction));
        b.connect(with(a.local(), direction.mirrored()));
    }

    static MediaTerms with(MediaTerms terms, MediaDirection direction) {
        return new MediaTerms(terms.address(), terms.codecs(), direction);
    }

    static MediaTerms terms(DatagramSocket peer, MediaDirection direction, Codec... codecs) {
        return new MediaTerms((InetSocketAddress) peer.getLocalSocketAddress(), List.of(codecs), direction);
    }

    /** @return null when nothing comes */
    static RtpPacket receive(DatagramSocket peer) throws IOException {
        var datagram = new DatagramPacket(new byte[RtpPacket.LARGEST], RtpPacket.LARGEST);
        if (peer.getSoTimeout() == 0) peer.setSoTimeout(20_000);
        try {
            peer.receive(datagram);
        } catch (SocketTimeoutException e) {
            return null;
        }
        return RtpPacket.parse(datagram.getData(), datagram.getLength()).orElseThrow();
    }

    /**
     * What is said over and over is heard whole at least once. Its first time may be broken: a busy machine holds the
     * two media threads up apart, and then packets are late that are late on no network.
     */
    static void comesThrough(short[] said, Supplier<short[]> heard) {
        until(() -> heard.get().length > said.length + Pcm.RATE);
        double best = -1;
        for (int samples = 0; best <= 0.95 && samples < MOST_HEARD; ) {
            int more = samples + Pcm.RATE / 2;
            until(() -> heard.get().length >= more);
            short[] all = heard.get();
            samples = all.length;
            best = Sounds.likeness(said, all);
        }
        assertThat(best).isGreaterThan(0.95);
    }

    static void until(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) throw new AssertionError("it did not come true in 20 s");
            LockSupport.parkNanos(5_000_000);
        }
    }

    static final class KeepingTap implements CallTap {
        private final ShortBuffer far = ShortBuffer.allocate(Pcm.RATE * 60);
        private final ShortBuffer near = ShortBuffer.allocate(Pcm.RATE * 60);
        volatile int ends;
        private int announced;

        @Override
        public synchronized void frame(short[] farEnd, short[] nearEnd, boolean isAnnounced) {
            if (isAnnounced) announced++;
            frame(farEnd, nearEnd);
        }

        synchronized int announced() {
            return announced;
        }

        @Override
        public synchronized void frame(short[] farEnd, short[] nearEnd) {
            far.put(farEnd);
            near.put(nearEnd);
        }

        @Override
        public void ended() {
            ends++;
        }

        synchronized int samples() {
            return far.position();
        }

        synchronized short[] far() {
            return Arrays.copyOf(far.array(), far.position());
        }

        synchronized short[] near() {
            return Arrays.copyOf(near.array(), near.position());
        }
    }
}
