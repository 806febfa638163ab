package amends.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Undisturbed;
import amends.media.Pcm;
import amends.media.PulseServer;
import amends.media.Sounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java Sound against a PulseAudio of the test's own, whose loudspeaker is also the microphone. */
@Undisturbed
class JavaSoundIT {
    private static final double TONE = 440;
    private static final int SECONDS = 6;

    @TempDir
    Path folder;

    private PulseServer pulse;

    @BeforeEach
    void startPulse() throws IOException, InterruptedException {
        pulse = PulseServer.in(folder);
    }

    @AfterEach
    void stopPulse() throws InterruptedException {
        if (pulse != null) pulse.close();
    }

    @Test
    void a_tone_that_is_played_is_heard() throws IOException, InterruptedException {
        var heard = folder.resolve("heard.wav");
        String log =
                pulse.run(60, JavaSoundProbe.class, heard.toString(), String.valueOf(TONE), String.valueOf(SECONDS));
        assertThat(log).contains("trouble []");
        short[] sound = WavClip.read(heard);
        // An idle null sink takes up to two seconds to look up.
        short[] later = Arrays.copyOfRange(sound, 4 * Pcm.RATE, 5 * Pcm.RATE);
        assertThat(Sounds.strength(later, TONE)).as(log).isGreaterThan(6000);
    }
}
