package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.media.SoundWishes;
import amends.media.VoiceTreatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundChoiceFileTest {
    private static final SoundWishes SETTINGS = DeskSettings.Sound.USUAL.wishes();

    @TempDir
    Path home;

    @Test
    void without_a_file_the_settings_hold() {
        assertThat(new SoundChoiceFile(home).read(SETTINGS)).isEqualTo(SETTINGS);
    }

    @Test
    void what_was_chosen_holds_for_the_next_run() {
        var chosen = new SoundWishes("Jabra 声音", "none", "default", new VoiceTreatment(true, false, true));
        assertThat(new SoundChoiceFile(home).write(chosen)).isTrue();
        assertThat(new SoundChoiceFile(home).read(SETTINGS)).isEqualTo(chosen);
    }

    @Test
    void what_is_missing_or_endless_is_as_in_the_settings() throws IOException {
        Files.writeString(
                home.resolve(SoundChoiceFile.NAME),
                "microphone=\nspeaker=" + "x".repeat(9000) + "\necho-cancellation=false\n");
        SoundWishes read = new SoundChoiceFile(home).read(SETTINGS);
        assertThat(read).isEqualTo(SETTINGS.with(new VoiceTreatment(false, true, true)));
    }

    @Test
    void a_broken_file_costs_a_line_in_the_log() throws IOException {
        Files.write(home.resolve(SoundChoiceFile.NAME), new byte[] {'\\', 'u', 'z', (byte) 0xFF});
        assertThat(new SoundChoiceFile(home).read(SETTINGS)).isEqualTo(SETTINGS);
    }

    @Test
    void a_choice_that_cannot_be_stored_says_so() {
        assertThat(new SoundChoiceFile(home.resolve("gone")).write(SETTINGS)).isFalse();
    }
}
