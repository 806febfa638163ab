package amends.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.SomeFiles;
import org.junit.jupiter.api.Test;

class ScaledPictureTest {
    @Test
    void a_long_picture_of_before_the_limit_of_a_side_is_shown_and_a_larger_one_is_not() {
        assertThat(ScaledPicture.of(SomeFiles.picture("png", 5000, 2000), 1000, 1000))
                .hasValueSatisfying(
                        p -> assertThat(p.image().getWidth() + "x" + p.image().getHeight())
                                .isEqualTo("1000x400"));
        assertThat(ScaledPicture.of(SomeFiles.picture("png", 12_000, 2), 100, 100))
                .isPresent();
        assertThat(ScaledPicture.of(SomeFiles.pngHead(4097, 4096), 100, 100)).isEmpty();
        assertThat(ScaledPicture.of(SomeFiles.pngHead(60_000, 60_000), 100, 100))
                .isEmpty();
    }
}
