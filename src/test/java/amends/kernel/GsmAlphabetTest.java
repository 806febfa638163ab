package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GsmAlphabetTest {
    @Test
    void every_septet_is_a_character_of_its_own_and_back() {
        for (int septet = 0; septet < 128; septet++) {
            if (septet == 0x1B) continue;
            String character = GsmAlphabet.decode(new byte[] {(byte) septet});
            assertThat(GsmAlphabet.encode(character)).hasValue(new byte[] {(byte) septet});
        }
    }

    @Test
    void the_extension_takes_two_septets() {
        assertThat(GsmAlphabet.encode("€{}[]~\\|^\f")).hasValueSatisfying(octets -> {
            assertThat(octets).hasSize(20);
            assertThat(GsmAlphabet.decode(octets)).isEqualTo("€{}[]~\\|^\f");
        });
        assertThat(GsmAlphabet.encode("€")).hasValue(new byte[] {0x1B, 0x65});
    }

    @Test
    void known_places_of_the_standard() {
        assertThat(GsmAlphabet.encode("@_¡Aa¿à")).hasValue(new byte[] {0, 0x11, 0x40, 0x41, 0x61, 0x60, 0x7F});
    }

    @Test
    void chinese_accents_that_are_missing_and_control_characters_cannot_be_written() {
        assertThat(GsmAlphabet.encode("您")).isEmpty();
        assertThat(GsmAlphabet.encode("ê")).isEmpty();
        assertThat(GsmAlphabet.encode("\u001B")).isEmpty();
        assertThat(GsmAlphabet.encode("\u0000")).isEmpty();
    }

    @Test
    void any_octets_are_some_text() {
        var random = new Random(4);
        for (int i = 0; i < 5000; i++) {
            byte[] octets = new byte[random.nextInt(200)];
            random.nextBytes(octets);
            assertThat(GsmAlphabet.decode(octets)).hasSizeLessThanOrEqualTo(octets.length);
        }
    }
}
