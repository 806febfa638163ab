package amends.media.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluggedTest {
    @TempDir
    Path folder;

    @Test
    void what_is_plugged_in_makes_a_difference() throws IOException {
        Plugged before = Plugged.in(folder);
        assertThat(Plugged.in(folder)).isEqualTo(before);
        Files.createFile(folder.resolve("pcmC1D0c"));
        assertThat(Plugged.in(folder)).isNotEqualTo(before);
    }

    @Test
    void where_nothing_is_known_nothing_changes() {
        assertThat(Plugged.in(folder.resolve("none"))).isEqualTo(Plugged.NONE);
    }
}
