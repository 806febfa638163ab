package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {
    @Test
    void a_law_decodes_every_code_as_sox_does() throws IOException {
        assertThat(decodedAll(G711.A_LAW)).isEqualTo(samples("alaw-decoded.s16"));
    }

    @Test
    void mu_law_decodes_every_code_as_sox_does() throws IOException {
        assertThat(decodedAll(G711.MU_LAW)).isEqualTo(samples("ulaw-decoded.s16"));
    }

    @Test
    void a_law_encodes_every_13_bit_sample_as_sox_does() throws IOException {
        assertThat(G711.A_LAW.encode(grid(8))).isEqualTo(bytes("alaw-encoded.raw"));
    }

    @Test
    void mu_law_encodes_every_14_bit_sample_as_sox_does() throws IOException {
        assertThat(G711.MU_LAW.encode(grid(4))).isEqualTo(bytes("ulaw-encoded.raw"));
    }

    @ParameterizedTest
    @EnumSource
    void a_decoded_code_encodes_to_the_same_value_again(G711 law) {
        for (int code = 0; code < 256; code++) {
            short once = law.decode((byte) code);
            assertThat(law.decode(law.encode(once))).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_error_of_any_sample_stays_small_beside_it(G711 law) {
        for (int sample = -32000; sample <= 32000; sample++) {
            int error = Math.abs(law.decode(law.encode((short) sample)) - sample);
            assertThat(error).isLessThanOrEqualTo(16 + Math.abs(sample) / 32);
        }
    }

    private static short[] decodedAll(G711 law) {
        var codes = new byte[256];
        for (int i = 0; i < codes.length; i++) codes[i] = (byte) i;
        return law.decode(codes);
    }

    private static short[] grid(int step) {
        var samples = new short[65536 / step];
        for (int i = 0; i < samples.length; i++) samples[i] = (short) (Short.MIN_VALUE + i * step);
        return samples;
    }

    private static byte[] bytes(String name) throws IOException {
        try (var in = G711Test.class.getResourceAsStream("/g711/" + name)) {
            return in.readAllBytes();
        }
    }

    private static short[] samples(String name) throws IOException {
        var pcm = ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var samples = new short[pcm.remaining()];
        pcm.get(samples);
        return samples;
    }
}
