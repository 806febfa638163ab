package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.rtp.G711;
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
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two desks' media in one JVM, joined over the loopback by real sockets. */
class RtpMediaPlaneTest {
    private static final CallId CALL = new CallId("call@test");
    private static final short[] A_SAYS = Sounds.babble(1, 4);
    private static final short[] B_SAYS = Sounds.babble(2, 4);
    /** Samples after which a sound that has not come through does not come through at all. */
    private static final int MOST_HEARD = 50 * Pcm.RATE;

    private final MemoryDevices devicesA = new MemoryDevices(A_SAYS);
    private final MemoryDevices devicesB = new MemoryDevices(B_SAYS);
    private final KeepingTap tap = new KeepingTap();
    private RtpMediaPlane planeA;
    private RtpMediaPlane planeB;
    private MediaLeg a;
    private MediaLeg b;

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

    @Test
    void each_hears_what_the_other_says() {
        connect(MediaDirection.SENDRECV);
        comesThrough(A_SAYS, devicesB::heard);
        comesThrough(B_SAYS, devicesA::heard);
    }

    @Test
    void the_tap_hears_both_sides_apart() {
        connect(MediaDirection.SENDRECV);
        comesThrough(B_SAYS, tap::far);
        comesThrough(A_SAYS, tap::near);
    }

    @Test
    void a_test_call_is_refused_while_there_is_a_call_and_ends_when_one_comes() {
        assertThat(planeA.test()).isEqualTo(SoundBoard.Answer.IN_CALL);
        a.close();
        assertThat(planeA.test()).isEqualTo(SoundBoard.Answer.BEGUN);
        until(() -> planeA.testing() == SoundBoard.Trial.LISTENING);
        assertThat(planeA.test()).isEqualTo(SoundBoard.Answer.RUNNING);
    }

    @Test
    void the_level_is_seen_while_it_is_watched_and_the_devices_stay_open_for_the_call() {
        planeA.watch(true);
        until(() -> planeA.levels().microphone().rms() > -40);
        connect(MediaDirection.SENDRECV);
        comesThrough(A_SAYS, devicesB::heard);
        assertThat(devicesA.opened).isEqualTo(1);
        planeA.watch(false);
        a.close();
        until(() -> planeA.levels().microphone().equals(Loudness.SILENCE));
        assertThat(devicesA.closed).isEqualTo(1);
    }

    @Test
    void a_voice_that_stays_away_for_five_seconds_is_said_and_one_that_comes_again_takes_it_back() {
        a.connect(with(b.local(), MediaDirection.SENDRECV));
        assertThat(a.isHeard()).isFalse();
        until(() -> planeA.line(CALL).orElseThrow().silent());
        b.connect(with(a.local(), MediaDirection.SENDRECV));
        until(() -> !planeA.line(CALL).orElseThrow().silent() && a.isHeard());
    }

    @Test
    void other_devices_take_over_in_mid_call() {
        connect(MediaDirection.SENDRECV);
        comesThrough(A_SAYS, devicesB::heard);
        planeA.reopen();
        until(() -> devicesA.opened == 2);
        comesThrough(B_SAYS, devicesA::heard);
    }

    @Test
    void the_tap_is_told_of_the_end_once() {
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > 0);
        a.close();
        a.close();
        planeA.close();
        assertThat(tap.ends).isEqualTo(1);
    }

    @Test
    void how_a_call_was_heard_is_told_once_at_its_end() {
        var ends = new CopyOnWriteArrayList<MediaQuality.Heard>();
        planeA.onEnded(ends::add);
        connect(MediaDirection.SENDRECV);
        comesThrough(B_SAYS, devicesA::heard);
        a.close();
        a.close();
        until(() -> !ends.isEmpty());

        assertThat(ends).singleElement().satisfies(end -> {
            assertThat(end.call()).isEqualTo(CALL);
            assertThat(end.whole().received()).isPositive();
        });
    }

    @Test
    void the_port_offered_is_even_and_every_coding_and_keys_are_offered() {
        assertThat(a.local().address().getPort()).isPositive().isEven();
        assertThat(a.local().codecs().stream().map(Codec::name))
                .containsExactly("opus", "G722", "PCMA", "PCMU", "CN", "telephone-event", "telephone-event");
    }

    @Test
    void audio_is_sent_as_the_far_end_prefers() throws IOException {
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            a.connect(terms(peer, MediaDirection.SENDRECV, Codec.PCMU, Codec.PCMA));
            assertThat(receive(peer).payloadType()).isEqualTo(G711.MU_LAW.payloadType());
        }
    }

    @Test
    void keys_pressed_are_told_to_the_far_end_once_each_in_their_order() {
        var keys = new CopyOnWriteArrayList<Character>();
        b.onDigit(keys::add);
        connect(MediaDirection.SENDRECV);
        a.sendDigits("1122*#");
        until(() -> keys.size() >= 6);
        assertThat(keys).containsExactly('1', '1', '2', '2', '*', '#');
    }

    @Test
    void keys_of_the_far_end_are_heard_too() {
        var keys = new CopyOnWriteArrayList<Character>();
        a.onDigit(keys::add);
        connect(MediaDirection.SENDRECV);
        b.sendDigits("9");
        until(() -> !keys.isEmpty());
        assertThat(keys).containsExactly('9');
    }

    @Test
    void a_press_of_a_key_leaves_no_hole_in_the_timestamps() throws IOException {
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            a.connect(terms(peer, MediaDirection.SENDRECV, Codec.PCMA, Codec.TELEPHONE_EVENT));
            RtpPacket before = receive(peer);
            a.sendDigits("5");
            RtpPacket last = receive(peer);
            while (last.payloadType() != 101) {
                before = last;
                last = receive(peer);
            }
            int events = 0;
            for (; last.payloadType() == 101; last = receive(peer)) events++;
            assertThat(events).isEqualTo(7);
            assertThat(last.timestamp() - before.timestamp()).isEqualTo(6 * 160);
            assertThat(last.sequence() - before.sequence() & 0xFFFF).isEqualTo(8);
        }
    }

    @Test
    void a_muted_side_sends_silence() {
        a.mute(true);
        connect(MediaDirection.SENDRECV);
        until(() -> devicesB.heard().length > Pcm.RATE && tap.samples() > Pcm.RATE);
        assertThat(Sounds.rms(devicesB.heard())).isLessThan(10);
        assertThat(Sounds.rms(tap.near())).isZero();
        assertThat(Sounds.rms(devicesA.heard())).isGreaterThan(500);
    }

    @Test
    void a_customer_on_hold_is_sent_silence_and_not_heard() {
        a.connect(with(b.local(), MediaDirection.SENDONLY));
        b.connect(with(a.local(), MediaDirection.SENDRECV));
        until(() -> tap.samples() > Pcm.RATE
                && planeB.of(CALL).map(s -> s.received() > 30).orElse(false));
        assertThat(Sounds.rms(tap.near())).isZero();
        assertThat(Sounds.rms(tap.far())).isZero();
    }

    @Test
    void a_held_side_sends_nothing_and_the_tap_goes_on_with_silence() throws IOException {
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            a.connect(terms(peer, MediaDirection.RECVONLY, Codec.PCMA));
            until(() -> tap.samples() > Pcm.RATE / 2);
            peer.setSoTimeout(100);
            assertThat(receive(peer)).isNull();
        }
    }

    @Test
    void a_call_taken_back_from_hold_is_heard_again() {
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > Pcm.RATE / 2);
        a.connect(with(b.local(), MediaDirection.SENDONLY));
        int held = tap.samples();
        until(() -> tap.samples() > held + Pcm.RATE / 2);
        a.connect(with(b.local(), MediaDirection.SENDRECV));
        int back = tap.samples() + Pcm.FRAME * 5;
        until(() -> tap.samples() > back + Pcm.RATE);
        assertThat(Sounds.rms(tap.far(), held + 5 * Pcm.FRAME, held + Pcm.RATE / 2))
                .isZero();
        assertThat(Sounds.rms(tap.far(), back, back + Pcm.RATE)).isGreaterThan(500);
    }

    @Test
    void spray_from_elsewhere_is_counted_and_not_heard() throws IOException {
        connect(MediaDirection.SENDRECV);
        until(() -> planeA.of(CALL).map(s -> s.received() > 0).orElse(false));
        try (var sprayer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var noise = new byte[160];
            for (int i = 0; i < 200; i++) {
                var bytes = new RtpPacket(true, 8, i, i * 160L, 666, noise).bytes();
                sprayer.send(new DatagramPacket(bytes, bytes.length, a.local().address()));
                // No more at once than the socket holds when the thread that reads it is held up.
                int sent = i + 1;
                if (sent % 50 == 0)
                    until(() -> planeA.of(CALL).map(s -> s.strangers() >= sent).orElse(false));
            }
        }
        comesThrough(B_SAYS, devicesA::heard);
    }

    @Test
    void the_far_end_may_send_from_another_port_than_it_said() throws IOException {
        try (var said = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var real = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            a.connect(terms(said, MediaDirection.SENDRECV, Codec.PCMA));
            receive(said);
            var bytes = new RtpPacket(true, 8, 1, 160, 1, new byte[160]).bytes();
            real.send(new DatagramPacket(bytes, bytes.length, a.local().address()));
            assertThat(receive(real)).isNotNull();
        }
    }

    @Test
    void an_announcement_goes_to_the_far_end_in_place_of_the_microphone() {
        var clip = Sounds.tone(1000, 8000, Pcm.RATE);
        planeA.play(CALL, clip);
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > 2 * Pcm.RATE);
        assertThat(Sounds.strength(Arrays.copyOf(tap.near(), Pcm.RATE), 1000)).isGreaterThan(7500);
        assertThat(Sounds.strength(Arrays.copyOf(tap.far(), Pcm.RATE), 1000)).isLessThan(500);
    }

    @Test
    void of_two_calls_the_held_one_has_no_microphone() throws IOException {
        var second = new CallId("second@test");
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > 0);
        a.connect(with(b.local(), MediaDirection.SENDONLY));
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var consultation = planeA.open(second);
            consultation.connect(terms(peer, MediaDirection.SENDRECV, Codec.PCMA));
            double loudest = 0;
            for (int i = 0; i < 100; i++)
                loudest = Math.max(
                        loudest, Sounds.rms(G711.A_LAW.decode(receive(peer).payload())));
            assertThat(loudest).isGreaterThan(500);
            consultation.close();
        }
        assertThat(devicesA.opened).isEqualTo(1);
        assertThat(devicesA.closed).isZero();
    }

    @Test
    void two_calls_and_the_agent_hear_each_other_and_are_recorded_apart() throws IOException {
        var second = new CallId("second@test");
        short[] cSays = Sounds.tone(700, 8000, 4 * Pcm.RATE);
        var devicesC = new MemoryDevices(cSays);
        try (var planeC = new RtpMediaPlane(
                InetAddress::getLoopbackAddress, PortRange.ANY, devicesC, x -> CallTap.NONE, Timekeeper.system())) {
            MediaLeg toC = planeA.open(second);
            MediaLeg c = planeC.open(second);
            connect(MediaDirection.SENDRECV);
            toC.connect(with(c.local(), MediaDirection.SENDRECV));
            c.connect(with(toC.local(), MediaDirection.SENDRECV));
            planeA.conference(Set.of(CALL, second));
            until(() -> Sounds.strength(last(devicesB.heard()), 700) > 7000);
            until(() -> Sounds.strength(last(devicesA.heard()), 700) > 7000);
            until(() -> Sounds.rms(last(devicesA.heard())) > 5700);
            planeA.conference(Set.of());
            until(() -> Sounds.strength(last(devicesB.heard()), 700) < 500);
            toC.close();
        }
        assertThat(Sounds.strength(tap.near(), 700)).isLessThan(500);
    }

    private static short[] last(short[] sound) {
        return Arrays.copyOfRange(sound, Math.max(0, sound.length - Pcm.RATE / 2), sound.length);
    }

    @Test
    void the_devices_are_let_go_with_the_last_call() {
        connect(MediaDirection.SENDRECV);
        until(() -> devicesA.opened == 1);
        a.close();
        until(() -> devicesA.closed == 1);
    }

    @Test
    void devices_that_throw_do_not_disturb_the_call() throws IOException {
        var second = new CallId("throwing@test");
        try (var plane = new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                PortRange.ANY,
                new ThrowingDevices(),
                call -> tap,
                Timekeeper.system())) {
            var leg = plane.open(second);
            leg.connect(b.local());
            b.connect(leg.local());
            until(() -> tap.samples() > Pcm.RATE);
            assertThat(Sounds.rms(tap.far())).isGreaterThan(500);
            assertThat(Sounds.rms(tap.near())).isZero();
        }
    }

    @Test
    void a_far_end_that_cannot_be_sent_to_takes_no_other_call_s_sound() throws IOException {
        var there = new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 4000);
        var unreachable = planeA.open(new CallId("unreachable@test"));
        unreachable.connect(new MediaTerms(there, List.of(Codec.PCMA), MediaDirection.SENDRECV));
        connect(MediaDirection.SENDRECV);
        until(() -> Sounds.rms(devicesB.heard()) > 500 && Sounds.rms(devicesA.heard()) > 500);
        unreachable.close();
    }

    @Test
    void an_error_in_one_call_s_media_takes_no_other_call_s_sound() throws IOException {
        CallTap.Factory taps = call -> call.equals(CALL) ? tap : new BrokenTap();
        var loopback = InetAddress.getLoopbackAddress();
        try (var plane = new RtpMediaPlane(() -> loopback, PortRange.ANY, devicesA, taps, Timekeeper.system())) {
            var failing = plane.open(new CallId("failing@test"));
            failing.connect(a.local());
            var whole = plane.open(CALL);
            whole.connect(b.local());
            b.connect(whole.local());
            until(() -> Sounds.rms(devicesA.heard()) > 500);
        }
    }

    private static final class BrokenTap implements CallTap {
        @Override
        public void frame(short[] farEnd, short[] nearEnd) {
            throw new AssertionError("broken");
        }

        @Override
        public void ended() {}
    }

    private static final class ThrowingDevices implements AudioDevices {
        @Override
        public AudioSource openMicrophone() {
            throw new IllegalStateException("no microphone");
        }

        @Override
        public AudioSink openSpeaker() {
            return new AudioSink() {
                @Override
                public void write(short[] frame) {
                    throw new IllegalStateException("no speaker");
                }

                @Override
                public void close() {
                    throw new IllegalStateException("no speaker");
                }
            };
        }

        @Override
        public String trouble() {
            return "";
        }
    }

    @Test
    void a_closed_leg_frees_its_port() {
        int port = a.local().address().getPort();
        connect(MediaDirection.SENDRECV);
        a.close();
        until(() -> isFree(port));
    }

    private static boolean isFree(int port) {
        try (var socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void connect(MediaDirection direction) {
        a.connect(with(b.local(), direction));
        b.connect(with(a.local(), direction.mirrored()));
    }

    private static MediaTerms with(MediaTerms terms, MediaDirection direction) {
        return new MediaTerms(terms.address(), terms.codecs(), direction);
    }

    private static MediaTerms terms(DatagramSocket peer, MediaDirection direction, Codec... codecs) {
        return new MediaTerms((InetSocketAddress) peer.getLocalSocketAddress(), List.of(codecs), direction);
    }

    /** @return null when nothing comes */
    private static RtpPacket receive(DatagramSocket peer) throws IOException {
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
    private static void comesThrough(short[] said, Supplier<short[]> heard) {
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

    private static void until(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) throw new AssertionError("it did not come true in 20 s");
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static final class KeepingTap implements CallTap {
        private final ShortBuffer far = ShortBuffer.allocate(Pcm.RATE * 60);
        private final ShortBuffer near = ShortBuffer.allocate(Pcm.RATE * 60);
        volatile int ends;

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
