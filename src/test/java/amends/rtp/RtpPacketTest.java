package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private static final String HEADER = "08fffefffffff0deadbeef";

    @Test
    void a_written_packet_reads_as_it_was() {
        var packet = new RtpPacket(true, 101, 65535, 4294967295L, 0xCAFEBABEL, new byte[] {1, 2, 3});
        var read = parse(HexFormat.of().formatHex(packet.bytes()));
        assertThat(read).usingRecursiveComparison().isEqualTo(packet);
    }

    @Test
    void contributing_sources_are_read_over() {
        assertThat(parse("82" + HEADER + "0000000100000002" + "aabb").payload()).containsExactly(0xaa, 0xbb);
    }

    @Test
    void a_header_extension_is_read_over() {
        assertThat(parse("90" + HEADER + "bede0001" + "01020304" + "aabb").payload())
                .containsExactly(0xaa, 0xbb);
    }

    @Test
    void padding_is_cut_off() {
        assertThat(parse("a0" + HEADER + "aabb" + "000003").payload()).containsExactly(0xaa, 0xbb);
    }

    @Test
    void numbers_are_unsigned() {
        var packet = parse("80" + HEADER);
        assertThat(packet.sequence()).isEqualTo(0xfffe);
        assertThat(packet.timestamp()).isEqualTo(0xfffffff0L);
        assertThat(packet.ssrc()).isEqualTo(0xdeadbeefL);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "80",
                "8008fffefffffff0deadbe",
                "4008fffefffffff0deadbeef",
                "0008fffefffffff0deadbeef",
                "8f08fffefffffff0deadbeef",
                "9008fffefffffff0deadbeef",
                "9008fffefffffff0deadbeefbede",
                "9008fffefffffff0deadbeefbedeffff",
                "a008fffefffffff0deadbeef00",
                "a008fffefffffff0deadbeef02",
                "a008fffefffffff0deadbeefff",
                "a108fffefffffff0deadbeef00000005",
                "80c8fffefffffff0deadbeef",
                "81c9fffefffffff0deadbeef",
            })
    void what_is_no_rtp_is_refused(String hex) {
        var datagram = HexFormat.of().parseHex(hex);
        assertThat(RtpPacket.parse(datagram, datagram.length)).isEmpty();
    }

    @Test
    void any_bytes_are_read_without_an_exception_and_never_beyond_their_end() {
        var random = new Random(20260105);
        for (int round = 0; round < 200_000; round++) {
            var datagram = new byte[random.nextInt(64)];
            random.nextBytes(datagram);
            if (datagram.length > 0 && random.nextInt(4) > 0) datagram[0] = (byte) (0x80 | datagram[0] & 0x3F);
            int length = datagram.length;
            RtpPacket.parse(datagram, length)
                    .ifPresent(p -> assertThat(p.payload().length).isLessThanOrEqualTo(length - RtpPacket.HEADER));
        }
    }

    private static RtpPacket parse(String hex) {
        var datagram = HexFormat.of().parseHex(hex);
        return RtpPacket.parse(datagram, datagram.length).orElseThrow();
    }
}
