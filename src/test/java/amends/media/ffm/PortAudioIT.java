package amends.media.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Undisturbed;
import amends.media.Pcm;
import amends.media.PulseServer;
import amends.media.Sounds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PortAudio, through ALSA, against a PulseAudio of the test's own. */
@Undisturbed
class PortAudioIT {
    private static final double TONE = 440;

    @TempDir
    Path folder;

    @Test
    void a_tone_that_is_played_is_heard() throws IOException, InterruptedException {
        NativeLibrary.needed();
        Path heard = folder.resolve("heard.raw");
        String log;
        try (var pulse = PulseServer.in(folder)) {
            log = pulse.run(
                    60,
                    PortAudioProbe.class,
                    heard.toString(),
                    String.valueOf(TONE),
                    "6",
                    Path.of("target", "native").toString());
        }
        assertThat(log).contains("trouble []");
        var samples = ByteBuffer.wrap(Files.readAllBytes(heard)).asShortBuffer();
        assertThat(strongest(samples.position(3 * Pcm.RATE))).as(log).isGreaterThan(6000);
    }

    /** Of a quarter of a second: a busy machine may interrupt both playing and hearing now and then. */
    private static double strongest(ShortBuffer samples) {
        double best = 0;
        for (short[] part = new short[Pcm.RATE / 4]; samples.remaining() >= part.length; ) {
            samples.get(part);
            best = Math.max(best, Sounds.strength(part, TONE));
        }
        return best;
    }
}
