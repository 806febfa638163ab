package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Timekeeper;
import amends.rtp.RtpPacket;
import amends.rtp.VoiceCoding;
import amends.telephony.CryptoKey;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaPortTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private MediaRelay relay;
    private MediaPort port;
    private DatagramSocket described;
    private DatagramSocket stranger;

    @BeforeEach
    void open() throws IOException {
        relay = MediaRelay.start(LOOPBACK, PortRange.ANY, Timekeeper.system());
        port = relay.open().orElseThrow();
        described = new DatagramSocket(0, LOOPBACK);
        stranger = new DatagramSocket(0, LOOPBACK);
        described.setSoTimeout(20_000);
        stranger.setSoTimeout(20_000);
        port.sendTo(new InetSocketAddress(LOOPBACK, described.getLocalPort()));
    }

    @AfterEach
    void close() {
        relay.close();
        described.close();
        stranger.close();
    }

    private void say(DatagramSocket from) throws IOException {
        byte[] rtp = new byte[172];
        rtp[0] = (byte) 0x80;
        from.send(new DatagramPacket(rtp, rtp.length, LOOPBACK, port.port()));
    }

    private static byte[] heard(DatagramSocket at) throws IOException {
        var packet = new DatagramPacket(new byte[2048], 2048);
        at.receive(packet);
        return packet.getData();
    }

    @Test
    void behind_a_translator_the_first_packet_tells_where_the_far_end_is() throws Exception {
        port.become(new MediaPort.Task.Echo());
        say(stranger);
        assertThat(heard(stranger)).isNotEmpty();
    }

    @Test
    void a_stranger_who_was_faster_does_not_keep_out_whom_the_description_names() throws Exception {
        port.become(new MediaPort.Task.Echo());
        say(stranger);
        heard(stranger);
        say(described);
        assertThat(heard(described)).isNotEmpty();
    }

    @Test
    void a_stranger_is_not_heard_once_the_far_end_was() throws Exception {
        port.become(new MediaPort.Task.Echo());
        say(described);
        heard(described);
        stranger.setSoTimeout(200);
        say(stranger);
        assertThatThrownBy(() -> heard(stranger)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_far_end_that_cannot_be_sent_to_neither_stops_nor_hurries_what_others_hear() throws Exception {
        var clip = Clip.of(new short[8000]);
        MediaPort unreachable = relay.open().orElseThrow();
        unreachable.sendTo(new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 4000));
        unreachable.become(new MediaPort.Task.Play(clip, VoiceCoding.PCMU, 0));
        port.become(new MediaPort.Task.Play(clip, VoiceCoding.PCMU, 0));

        int before = timestamp(heard(described));
        for (int i = 0; i < 10; i++) {
            int now = timestamp(heard(described));
            assertThat(now - before).isGreaterThanOrEqualTo(MediaPort.SAMPLES);
            before = now;
        }
    }

    private static int timestamp(byte[] packet) {
        return ByteBuffer.wrap(packet).getInt(4);
    }

    @Test
    void a_packet_that_comes_twice_goes_on_encrypted_once_and_the_next_goes_on() throws Exception {
        CryptoKey key = LegKeys.fresh().getFirst();
        MediaPort hidden = relay.open().orElseThrow();
        hidden.encrypt(Optional.of(key), Optional.of(key));
        hidden.sendTo(new InetSocketAddress(LOOPBACK, stranger.getLocalPort()));
        port.become(new MediaPort.Task.Relay(hidden, null));

        for (int number : new int[] {1, 1, 2}) {
            byte[] rtp = new RtpPacket(false, 0, number, 160L * number, 7, new byte[160]).bytes();
            described.send(new DatagramPacket(rtp, rtp.length, LOOPBACK, port.port()));
        }

        assertThat(ByteBuffer.wrap(heard(stranger)).getShort(2)).isEqualTo((short) 1);
        assertThat(ByteBuffer.wrap(heard(stranger)).getShort(2)).isEqualTo((short) 2);
    }

    @Test
    void what_is_played_bears_the_far_end_s_own_number_for_the_law() throws Exception {
        port.become(new MediaPort.Task.Play(Clip.of(new short[8000]), VoiceCoding.PCMU, 96));
        assertThat(heard(described)[1] & 0x7F).isEqualTo(96);
    }
}
