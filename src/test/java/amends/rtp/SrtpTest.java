package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpTest {
    private static final SrtpSuite SUITE = SrtpSuite.AES_CM_128_HMAC_SHA1_80;
    private static final HexFormat HEX = HexFormat.of();
    private static final String CLEAR = "800f1234decafbadcafebabeabababababababababababababababab";
    private static final String REPORT = "81c8000bcafebabeabababababababababababababababab";

    /** Keys and packets that libsrtp's own tests use (RFC 3711, RFC 6188, RFC 7714). */
    @ParameterizedTest
    @CsvSource({
        "AES_CM_128_HMAC_SHA1_80, e1f97a0d3e018be0d64fa32c06de41390ec675ad498afeebb6960b3aabe6, "
                + "4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb, "
                + "7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798",
        "AEAD_AES_128_GCM, 000102030405060708090a0b0c0d0e0fa0a1a2a3a4a5a6a7a8a9aaab, "
                + "c5002ede04cfdd2eb91159e0880aa06ed2976826f796b201df3131a127e8a392, "
                + "c98b8b5df0392a55852b6c21ac8e7025c52c6fbea2b3b446ea31123ba88ce61e80000001",
        "AES_256_CM_HMAC_SHA1_80, "
                + "f0f04914b513f2763a1b1fa130f10e2998f6f6e43e4309d1e622a0e332b9f1b63b04803de51ee7c96423ab5b78d2, "
                + "f1d9de17ff251ff1aa007774b0b4b40da08d9d9a5b3a55d8873b, ",
    })
    void the_vectors_are_met(SrtpSuite suite, String key, String media, String report) {
        var sending = Srtp.sending(suite, HEX.parseHex(key));
        var receiving = Srtp.receiving(suite, HEX.parseHex(key));
        byte[] clear = HEX.parseHex(CLEAR);
        byte[] packet = HEX.parseHex(CLEAR.substring(0, 24) + media);
        assertThat(sending.protect(clear, clear.length)).hasValue(packet);
        assertThat(receiving.unprotect(packet, packet.length)).hasValue(clear);
        if (report == null) return;
        byte[] clearReport = HEX.parseHex(REPORT);
        byte[] hidden = HEX.parseHex(REPORT.substring(0, 16) + report);
        assertThat(receiving.unprotectControl(hidden, hidden.length)).hasValue(clearReport);
        byte[] ours = sending.protectControl(clearReport).orElseThrow();
        assertThat(Srtp.receiving(suite, HEX.parseHex(key)).unprotectControl(ours, ours.length))
                .hasValue(clearReport);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_sent_is_understood_over_the_wrap_of_the_numbers(SrtpSuite suite) {
        byte[] key = key(suite, 1);
        var sending = Srtp.sending(suite, key);
        var receiving = Srtp.receiving(suite, key);
        for (int i = 65_500; i < 65_600; i++) {
            byte[] clear = packet(i);
            byte[] hidden = sending.protect(clear, clear.length).orElseThrow();
            assertThat(Arrays.copyOf(hidden, 12)).isEqualTo(Arrays.copyOf(clear, 12));
            assertThat(receiving.unprotect(hidden, hidden.length)).hasValue(clear);
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_hundred_forged_and_two_hundred_replayed_packets_change_nothing(SrtpSuite suite) {
        byte[] key = key(suite, 1);
        var sending = Srtp.sending(suite, key);
        var stranger = Srtp.sending(suite, key(suite, 2));
        var receiving = Srtp.receiving(suite, key);
        byte[] first = sending.protect(packet(1), 172).orElseThrow();
        assertThat(receiving.unprotect(first, first.length)).isPresent();
        for (int i = 0; i < 200; i++) {
            byte[] forged = stranger.protect(packet(1000 + i), 172).orElseThrow();
            assertThat(receiving.unprotect(forged, forged.length)).isEmpty();
            assertThat(receiving.unprotect(first, first.length)).isEmpty();
        }
        assertThat(receiving.forged()).isEqualTo(200);
        assertThat(receiving.replayed()).isEqualTo(200);
        byte[] next = sending.protect(packet(2), 172).orElseThrow();
        assertThat(receiving.unprotect(next, next.length)).hasValue(packet(2));
    }

    @Test
    void any_bytes_are_refused_without_an_exception() {
        var random = new Random(3711);
        for (SrtpSuite suite : SrtpSuite.values()) {
            var receiving = Srtp.receiving(suite, key(suite, 1));
            for (int i = 0; i < 1000; i++) {
                var bytes = new byte[random.nextInt(120)];
                random.nextBytes(bytes);
                if (bytes.length > 0) bytes[0] = (byte) (0x80 | bytes[0] & 0x3F);
                assertThat(receiving.unprotect(bytes, bytes.length)).isEmpty();
                assertThat(receiving.unprotectControl(bytes, bytes.length)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_packet_is_sent_once(SrtpSuite suite) {
        var sending = Srtp.sending(suite, key(suite, 1));
        assertThat(sending.protect(packet(1), 172)).isPresent();
        assertThat(sending.protect(packet(1), 172)).isEmpty();
        assertThat(sending.protect(packet(2), 172)).isPresent();
    }

    @Test
    void what_is_no_packet_is_not_sent_and_throws_nothing() {
        var sending = Srtp.sending(SUITE, key(SUITE, 1));
        var random = new Random(3711);
        for (int i = 0; i < 1000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            sending.protect(bytes, bytes.length);
            sending.protectControl(bytes);
        }
        assertThat(sending.protect(new byte[0], 0)).isEmpty();
        assertThat(sending.protectControl(new byte[7])).isEmpty();
    }

    @Test
    void a_stream_too_many_is_not_sent_and_no_other_is_counted_anew() {
        var sending = Srtp.sending(SUITE, key(SUITE, 1));
        for (int i = 0; i < Srtp.MOST_SOURCES; i++)
            assertThat(sending.protect(packet(1, i), 172)).isPresent();
        assertThat(sending.protect(packet(1, Srtp.MOST_SOURCES), 172)).isEmpty();
        assertThat(sending.protect(packet(1, 0), 172)).isEmpty();
        assertThat(sending.protect(packet(2, 0), 172)).isPresent();
    }

    @Test
    void after_many_streams_the_newest_is_heard_over_its_wrap_and_not_twice() {
        var receiving = Srtp.receiving(SUITE, key(SUITE, 1));
        for (int i = 0; i < 2 * Srtp.MOST_SOURCES; i++) {
            byte[] hidden = sent(packet(1, i));
            assertThat(receiving.unprotect(hidden, hidden.length)).isPresent();
        }
        var sending = Srtp.sending(SUITE, key(SUITE, 1));
        for (int i = 65_500; i < 65_600; i++) {
            byte[] hidden = sending.protect(packet(i, 777), 172).orElseThrow();
            assertThat(receiving.unprotect(hidden, hidden.length)).hasValue(packet(i, 777));
            assertThat(receiving.unprotect(hidden, hidden.length)).isEmpty();
        }
    }

    private static byte[] sent(byte[] clear) {
        return Srtp.sending(SUITE, key(SUITE, 1)).protect(clear, clear.length).orElseThrow();
    }

    private static byte[] key(SrtpSuite suite, int seed) {
        var key = new byte[suite.keyBytes() + suite.saltBytes()];
        new Random(seed).nextBytes(key);
        return key;
    }

    private static byte[] packet(int number) {
        return packet(number, 77);
    }

    private static byte[] packet(int number, long stream) {
        return new RtpPacket(false, 8, number, number * 160L, stream, new byte[160]).bytes();
    }
}
