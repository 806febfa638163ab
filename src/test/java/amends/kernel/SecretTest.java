package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir
    Path folder;

    @Test
    void it_never_shows() {
        assertThat(Secret.of("hunter2")).hasToString("***");
    }

    @Test
    void it_is_the_first_line_of_the_file_that_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("pw"), "swordfish\nsecond line\n");
        assertThat(Secret.parse("file:" + file).reveal()).isEqualTo("swordfish");
    }

    @Test
    void white_space_around_it_is_none_of_it() {
        assertThat(Secret.parse(" swordfish\n").reveal()).isEqualTo("swordfish");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> Secret.parse("file:/no/such/file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/no/such/file");
    }
}
