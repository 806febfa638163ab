package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.rtp.G711;
import amends.rtp.RtpPacket;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a call sends and takes on its port: voice, keys and nothing from strangers. */
class MediaPacketsTest extends TwoPlanes {
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
    void a_held_side_sends_nothing_and_the_tap_goes_on_with_silence() throws IOException {
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            a.connect(terms(peer, MediaDirection.RECVONLY, Codec.PCMA));
            until(() -> tap.samples() > Pcm.RATE / 2);
            peer.setSoTimeout(100);
            assertThat(receive(peer)).isNull();
        }
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
}
