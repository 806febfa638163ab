package amends.media;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class CodingRehearsalTest {
    @Test
    void every_coding_can_be_rehearsed() {
        assertThatNoException().isThrownBy(() -> CodingRehearsal.of(MediaWishes.PLAIN));
    }
}
