package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.simulation.SimulatedHandset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmscSettingsTest {
    @TempDir
    Path folder;

    private Optional<Path> file(String text) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("smsc.yaml"), text));
    }

    @Test
    void the_shipped_sample_says_what_the_defaults_are() throws Exception {
        assertThat(SmscSettings.read(file(Samples.text("smsc.yaml")))).isEqualTo(SmscSettings.read(Optional.empty()));
    }

    @Test
    void a_handset_answers_one_after_the_other() throws Exception {
        var settings = SmscSettings.read(file("""
                handsets:
                  - {number: "+8613800138000", answers: ["5", "4"], after-seconds: 2}
                """));

        assertThat(settings.handsets())
                .containsExactly(SimulatedHandset.of("+8613800138000")
                        .answering(Duration.ofSeconds(2), "5")
                        .answering(Duration.ofSeconds(4), "4"));
    }

    @Test
    void mistakes_name_their_lines() throws Exception {
        var file = file("accounts:\n  - {system-id: a, password: longer-than-8}\nhandsets:\n  - {number: hello}\n");

        assertThatThrownBy(() -> SmscSettings.read(file))
                .hasMessageContaining(":2:30: 'accounts.password' has more than 8 characters")
                .hasMessageContaining(":4:14: 'handsets.number' should be a number like +8613800138000");
    }
}
