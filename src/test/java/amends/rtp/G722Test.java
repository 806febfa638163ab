package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Half a second of tones, noise and full-scale jumps, coded and decoded once by FFmpeg 5.1: {@code ffmpeg -f s16le -ar
 * 16000 -ac 1 -i g722-in.raw -c:a g722 -f g722 g722-coded.bin} and back.
 */
class G722Test {
    @Test
    void it_codes_as_an_independent_coder_does_to_the_bit() throws IOException {
        assertThat(new G722.Encoder().encode(samples("g722-in.raw"))).isEqualTo(bytes("g722-coded.bin"));
    }

    @Test
    void it_decodes_as_an_independent_coder_does_to_the_bit() throws IOException {
        assertThat(new G722.Decoder().decode(bytes("g722-coded.bin"))).isEqualTo(samples("g722-out.raw"));
    }

    @Test
    void any_bytes_are_decoded() {
        var random = new Random(722);
        var decoder = new G722.Decoder();
        for (int i = 0; i < 2000; i++) {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            assertThat(decoder.decode(bytes)).hasSize(2 * bytes.length);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (var in = G722Test.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static short[] samples(String name) throws IOException {
        byte[] bytes = bytes(name);
        var samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
