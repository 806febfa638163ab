package amends.recording.ogg;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.law.Undisturbed;
import amends.media.Pcm;
import amends.recording.Voices;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs of others make of our sound, once it is opened. */
@Undisturbed
class OggPlayersIT {
    private static final short[] CUSTOMER = Voices.clip("wang-opening");
    private static final short[] AGENT = Voices.clip("agent-greeting-zh");
    private static final int FRAMES = CUSTOMER.length / Pcm.FRAME;

    @TempDir
    Path folder;

    private Path ogg;

    @BeforeEach
    void write() throws IOException {
        ogg = folder.resolve("call.ogg");
        try (var out = Files.newOutputStream(ogg);
                var writer = new OggOpus().writer(out, "a call")) {
            for (int i = 0; i < FRAMES; i++) writer.frame(Voices.frame(CUSTOMER, i), Voices.frame(AGENT, i));
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        assertThat(code).as(() -> text(said)).isZero();
        return Files.readString(said);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Every second sample of a raw stereo file. */
    private static short[] channel(Path raw, int number) throws IOException {
        var samples = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        short[] one = new short[samples.remaining() / 2];
        for (int i = 0; i < one.length; i++) one[i] = samples.get(2 * i + number);
        return one;
    }

    @Test
    void ffmpeg_hears_both_sides_where_they_belong() throws Exception {
        Needs.program("ffmpeg", "ffmpeg");
        Path raw = folder.resolve("raw");
        String said = run(
                "ffmpeg",
                "-nostdin",
                "-v",
                "warning",
                "-i",
                ogg.toString(),
                "-ar",
                "16000",
                "-f",
                "s16le",
                "-y",
                raw.toString());
        assertThat(said).isBlank();
        assertThat(channel(raw, 0).length).isBetween(CUSTOMER.length - 8, CUSTOMER.length + 8);
        assertThat(Voices.correlation(Voices.envelope(CUSTOMER), Voices.envelope(channel(raw, 0))))
                .isGreaterThan(0.95);
        assertThat(Voices.correlation(Voices.envelope(AGENT), Voices.envelope(channel(raw, 1))))
                .isGreaterThan(0.95);
    }

    @Test
    void opusinfo_has_nothing_to_complain_about() throws Exception {
        Needs.program("opusinfo", "opus-tools");
        assertThat(run("opusinfo", ogg.toString()))
                .contains("Channels: 2", "Streams: 2, Coupled: 0")
                .doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("error");
    }

    @Test
    void opusdec_plays_it_as_stereo() throws Exception {
        Needs.program("opusdec", "opus-tools");
        Path raw = folder.resolve("raw");
        run(
                "opusdec",
                "--quiet",
                "--rate",
                "16000",
                ogg.toString(),
                folder.resolve("out.wav").toString());
        run("opusdec", "--quiet", "--rate", "48000", "--no-dither", ogg.toString(), raw.toString());
        assertThat(Files.size(raw)).isEqualTo(4L * CUSTOMER.length * (48_000 / Pcm.RATE));
    }
}
