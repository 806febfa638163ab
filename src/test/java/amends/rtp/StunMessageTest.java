package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of RFC 5769, and what is not whole. */
@BesideOthers
class StunMessageTest {
    private static final byte[] ID = HexFormat.of().parseHex("b7e7a701bc34d686fa87dfae");

    private static byte[] vector(String name) {
        try {
            String json = Files.readString(Path.of("src/test/resources/rfc5769/vectors.json"));
            var found = Pattern.compile("\"" + name + "\":\\s*\\[\\s*\"([0-9a-f]+)\"")
                    .matcher(json);
            assertThat(found.find()).isTrue();
            return HexFormat.of().parseHex(found.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StunMessage read(byte[] bytes) {
        return StunMessage.parse(bytes, bytes.length).orElseThrow();
    }

    @Test
    void the_sample_request_is_whole() {
        StunMessage request = read(vector("reqstc"));
        assertThat(request.type()).isEqualTo(StunMessage.BINDING_REQUEST);
        // PRIORITY, of ICE, which we do not speak.
        assertThat(request.demandsMore()).isTrue();
    }

    @Test
    void the_sample_answer_by_ipv4_says_where_we_are_seen() {
        StunMessage answer = read(vector("respv4"));
        assertThat(answer.type()).isEqualTo(StunMessage.BINDING_SUCCESS);
        assertThat(answer.answers(ID)).isTrue();
        assertThat(answer.demandsMore()).isFalse();
        assertThat(answer.mapped()).contains(new InetSocketAddress("192.0.2.1", 32853));
    }

    @Test
    void the_sample_answer_by_ipv6_too() {
        StunMessage answer = read(vector("respv6"));
        assertThat(answer.mapped()).contains(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853));
    }

    @ParameterizedTest
    @ValueSource(strings = {"respv4", "respv6"})
    void any_bit_changed_is_found_out(String name) {
        byte[] whole = vector(name);
        // By another type the fingerprint is an attribute behind the seal, and nobody's word.
        int fingerprint = 8 * (whole.length - 8);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            if (bit >= fingerprint && bit < fingerprint + 16) continue;
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            // A longer attribute may swallow the fingerprint: then it is not one that says an address.
            assertThat(StunMessage.parse(changed, changed.length).flatMap(StunMessage::mapped))
                    .as("bit " + bit)
                    .isEmpty();
        }
    }

    @Test
    void our_question_is_a_message_of_twenty_bytes() {
        byte[] question = StunMessage.bindingRequest(ID);
        assertThat(question).hasSize(20);
        assertThat(read(question).type()).isEqualTo(StunMessage.BINDING_REQUEST);
        assertThat(read(question).answers(ID)).isTrue();
        byte[] reminder = StunMessage.bindingIndication(ID);
        assertThat(reminder).hasSize(20);
        assertThat(read(reminder).type()).isEqualTo(0x0011);
    }

    private static byte[] success(int type, String value) {
        byte[] bytes = HexFormat.of().parseHex(value);
        return ByteBuffer.allocate(24 + bytes.length)
                .putShort((short) StunMessage.BINDING_SUCCESS)
                .putShort((short) (4 + bytes.length))
                .putInt(0x2112A442)
                .put(ID)
                .putShort((short) type)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    @Test
    void an_old_server_says_it_openly() {
        assertThat(read(success(0x0001, "00011388cb007107")).mapped())
                .contains(new InetSocketAddress("203.0.113.7", 5000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001000000000000cb007107", // too long for IPv4
                "00010000cb007107", // port 0
                "0001138800000000", // nowhere
                "000113887f000001", // oneself
                "00011388e0000001", // everybody
                "00011388a9fe0101", // the link
                "00031388cb007107", // an unknown family
                "00021388cb007107" // IPv6 in four bytes
            })
    void what_nobody_can_send_to_is_no_address(String value) {
        assertThat(read(success(0x0001, value)).mapped()).isEmpty();
    }

    @Test
    void what_is_not_whole_is_no_message() {
        byte[] whole = vector("respv4");
        for (int length = 0; length < whole.length; length++)
            assertThat(StunMessage.parse(whole, length)).as("" + length).isEmpty();
        byte[] rtp = whole.clone();
        rtp[0] = (byte) 0x80;
        assertThat(StunMessage.parse(rtp, rtp.length)).isEmpty();
        byte[] beyond = success(0x0001, "00011388cb007107");
        beyond[23] = 9;
        assertThat(StunMessage.parse(beyond, beyond.length)).isEmpty();
    }

    @Test
    void what_is_said_after_the_seal_is_nobodys_word() {
        byte[] sealed = vector("respv4");
        // In the fingerprint's place another address.
        byte[] forged = Arrays.copyOf(sealed, sealed.length + 4);
        ByteBuffer.wrap(forged)
                .putShort(2, (short) (forged.length - 20))
                .position(sealed.length - 8)
                .put(HexFormat.of().parseHex("0001000800011388cb007107"));
        assertThat(read(forged).mapped()).contains(new InetSocketAddress("192.0.2.1", 32853));
    }

    @Test
    void whatever_comes_is_read_or_not_in_no_time() {
        var random = new Random(5769);
        byte[][] seeds = {vector("reqstc"), vector("reqltc"), vector("respv4"), vector("respv6")};
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = i % 4 == 0 ? new byte[random.nextInt(200)] : seeds[random.nextInt(4)].clone();
            if (i % 4 == 0) random.nextBytes(bytes);
            else
                for (int k = 1 + random.nextInt(4); k > 0; k--)
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            StunFuzz.fuzzerTestOneInput(bytes);
        }
    }
}
