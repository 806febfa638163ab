package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.rtp.RtpPacket;
import amends.rtp.TelephoneEvent;
import amends.rtp.VoiceCoders;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpReceiverTest {
    private static final InetSocketAddress PEER = new InetSocketAddress("127.0.0.1", 4000);
    private static final Codec KEYS_AS_96 = new Codec(96, "telephone-event", 8000);

    private final List<Character> keys = new ArrayList<>();
    private final RtpReceiver receiver = new RtpReceiver(VoiceCoders.OWN, keys::add);
    private final FarEnd farEnd = new FarEnd(PEER);
    private final Payloads payloads = Payloads.agreed(
            new MediaTerms(PEER, List.of(Codec.PCMA, Codec.TELEPHONE_EVENT), MediaDirection.SENDRECV),
            new MediaTerms(PEER, List.of(Codec.PCMA, KEYS_AS_96), MediaDirection.SENDRECV));

    @Test
    void either_law_is_understood_whichever_was_preferred() {
        take(0, 1, new byte[160], PEER);
        take(8, 2, new byte[160], PEER);
        assertThat(receiver.statistics(0).received()).isEqualTo(2);
    }

    @Test
    void a_coding_that_was_not_offered_is_dropped_and_counted() {
        take(13, 1, new byte[1], PEER);
        take(96 + 5, 2, new byte[1], PEER);
        assertThat(receiver.statistics(0).strangers()).isEqualTo(2);
    }

    @Test
    void keys_are_heard_under_either_sides_number() {
        take(96, 1, new TelephoneEvent(1, false, 10, 160).payload(), PEER);
        take(101, 30, new TelephoneEvent(2, false, 10, 160).payload(), PEER);
        assertThat(keys).containsExactly('1', '2');
    }

    @Test
    void after_the_first_packet_another_port_is_a_stranger() {
        var other = new InetSocketAddress("127.0.0.1", 4002);
        take(8, 1, new byte[160], other);
        take(8, 2, new byte[160], PEER);
        assertThat(receiver.statistics(0).strangers()).isEqualTo(1);
        assertThat(farEnd.address()).isEqualTo(other);
    }

    @Test
    void nonsense_from_the_right_address_does_not_settle_the_port() {
        var other = new InetSocketAddress("127.0.0.1", 4002);
        receiver.datagram(new byte[] {1, 2, 3}, 3, other, farEnd, payloads, 0);
        take(8, 1, new byte[160], PEER);
        assertThat(farEnd.address()).isEqualTo(PEER);
    }

    @Test
    void another_address_is_a_stranger_from_the_start() {
        take(8, 1, new byte[160], new InetSocketAddress("127.0.0.9", 4000));
        assertThat(receiver.statistics(0).received()).isZero();
    }

    @Test
    void a_press_of_a_key_is_silence_and_nothing_lost() {
        var frame = new short[Pcm.FRAME];
        for (int i = 0; i < 50; i++) {
            if (i < 20 || i >= 25) take(8, i, new byte[160], PEER);
            else takeKey(i, (i - 19) * 160);
            receiver.pull(frame, (i + 1) * 20_000_000L);
        }
        assertThat(receiver.statistics(0).concealed()).isZero();
        assertThat(receiver.statistics(0).lost()).isZero();
    }

    @Test
    void any_datagrams_are_taken_without_an_exception() {
        var random = new Random(8);
        var frame = new short[Pcm.FRAME];
        for (int i = 0; i < 100_000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 1) bytes[0] = (byte) 0x80;
            if (bytes.length > 1) bytes[1] = new byte[] {0, 8, 96, 101, 13}[random.nextInt(5)];
            receiver.datagram(bytes, bytes.length, PEER, farEnd, payloads, i * 1_000_000L);
            if (i % 20 == 0) receiver.pull(frame, i * 1_000_000L);
        }
        assertThat(receiver.statistics(0).received()).isPositive();
    }

    private void takeKey(int number, int duration) {
        var payload = new TelephoneEvent(5, duration >= 800, 10, duration).payload();
        var bytes = new RtpPacket(number == 20, 96, number, 20 * 160, 1, payload).bytes();
        receiver.datagram(bytes, bytes.length, PEER, farEnd, payloads, number * 20_000_000L);
    }

    private void take(int payloadType, int number, byte[] payload, InetSocketAddress source) {
        var bytes = new RtpPacket(false, payloadType, number, number * 160L, 1, payload).bytes();
        receiver.datagram(bytes, bytes.length, source, farEnd, payloads, number * 20_000_000L);
    }
}
