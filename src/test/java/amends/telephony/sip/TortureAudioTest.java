package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.CallTap;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.sip.Transport;
import amends.telephony.CallEvent;
import amends.telephony.LineState;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the far end hears of a call while its desk is sent every torture message. */
class TortureAudioTest {
    private final PlatformLoop loop = new PlatformLoop("call-loop");
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Packet> heard = new LinkedBlockingQueue<>();
    private ScriptedPeer peer;
    private DatagramSocket rtp;
    private RtpMediaPlane media;
    private SipPhone phone;

    /** @param late how far the machine itself was behind when it came */
    private record Packet(int sequence, long at, long late) {}

    @BeforeEach
    void a_desk_with_sound() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        media = new RtpMediaPlane(
                InetAddress::getLoopbackAddress, PortRange.ANY, new Still(), c -> CallTap.NONE, Timekeeper.system());
        var account = Account.at("127.0.0.1", peer.port(), Transport.UDP, "1001", "pw1001");
        phone = new SipPhone(account, media, loop, Timekeeper.system());
        phone.onCallEvent(events::add);
        var line = new LinkedBlockingQueue<LineState>();
        phone.onChange(line::add);
        loop.execute(phone::open);
        while (!(line.poll(30, TimeUnit.SECONDS) instanceof LineState.Registered))
            assertThat(line).isNotNull();
    }

    @AfterEach
    void close() throws Exception {
        loop.execute(phone::close);
        phone.ended().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
        loop.close();
        media.close();
        rtp.close();
        peer.close();
    }

    @Test
    void the_far_end_hears_no_gap() throws Exception {
        var caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(sdp());
        events.poll(30, TimeUnit.SECONDS);
        loop.execute(() -> phone.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        Thread ear = Thread.ofPlatform().daemon(true).start(this::listen);
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isNotNull();

        InetSocketAddress desk = ScriptedPeer.address(peer.registers.peek().contact());
        for (int round = 0; round < 3; round++) {
            for (String name : TortureMessages.names()) {
                peer.send(desk, TortureMessages.read(name));
                LockSupport.parkNanos(10_000_000);
            }
        }
        ear.interrupt();

        assertUnbroken(List.copyOf(heard));
    }

    private static void assertUnbroken(List<Packet> packets) {
        assertThat(packets).hasSizeGreaterThan(60);
        for (int i = 1; i < packets.size(); i++) {
            Packet before = packets.get(i - 1);
            Packet packet = packets.get(i);
            assertThat((packet.sequence() - before.sequence()) & 0xFFFF).isEqualTo(1);
            long gap = packet.at() - before.at() - packet.late();
            assertThat(TimeUnit.NANOSECONDS.toMillis(gap)).isLessThan(100);
        }
    }

    /** Receives; a second thread that only sleeps shows how long this machine keeps anybody waiting. */
    private void listen() {
        var pause = new java.util.concurrent.atomic.AtomicLong();
        Thread.ofPlatform().daemon(true).start(() -> {
            while (!rtp.isClosed()) {
                long began = System.nanoTime();
                LockSupport.parkNanos(5_000_000);
                pause.accumulateAndGet(System.nanoTime() - began - 5_000_000, Math::max);
            }
        });
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        while (!rtp.isClosed()) {
            try {
                rtp.receive(packet);
                int sequence = ByteBuffer.wrap(packet.getData()).getShort(2) & 0xFFFF;
                heard.add(new Packet(sequence, System.nanoTime(), pause.getAndSet(0)));
            } catch (IOException e) {
                return;
            }
        }
    }

    private String[] sdp() {
        String[] sdp = Caller.SDP.clone();
        for (int i = 0; i < sdp.length; i++) sdp[i] = sdp[i].replace("40000", "" + rtp.getLocalPort());
        return sdp;
    }

    private static final class Still implements AudioDevices {
        @Override
        public AudioSource openMicrophone() {
            return new AudioSource() {
                @Override
                public void read(short[] frame) {
                    java.util.Arrays.fill(frame, (short) 500);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public AudioSink openSpeaker() {
            return new AudioSink() {
                @Override
                public void write(short[] frame) {}

                @Override
                public void close() {}
            };
        }

        @Override
        public String trouble() {
            return "";
        }
    }
}
