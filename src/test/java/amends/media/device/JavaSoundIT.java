package amends.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.media.Pcm;
import amends.media.Sounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java Sound against a PulseAudio of the test's own, whose loudspeaker is also the microphone. */
class JavaSoundIT {
    private static final double TONE = 440;
    private static final int SECONDS = 6;

    @TempDir
    Path folder;

    private Process pulse;

    @BeforeEach
    void startPulse() throws IOException, InterruptedException {
        Needs.program("pulseaudio", "pulseaudio");
        Needs.file(Path.of("/usr/share/alsa/alsa.conf.d/50-pulseaudio.conf"), "libasound2-plugins");
        Files.writeString(
                alsa(), "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n");
        var builder = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "-L",
                "module-null-sink sink_name=loop",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + socket());
        builder.environment().putAll(Map.of("HOME", folder.toString(), "XDG_RUNTIME_DIR", folder.toString()));
        pulse = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("pulse.log").toFile())
                .start();
        var never = new CountDownLatch(1);
        for (int i = 0; i < 500 && !Files.exists(socket()); i++) never.await(20, TimeUnit.MILLISECONDS);
        assertThat(socket()).exists();
    }

    @AfterEach
    void stopPulse() throws InterruptedException {
        if (pulse == null) return;
        pulse.destroy();
        if (!pulse.waitFor(5, TimeUnit.SECONDS)) pulse.destroyForcibly();
    }

    @Test
    void a_tone_that_is_played_is_heard() throws IOException, InterruptedException {
        var heard = folder.resolve("heard.wav");
        var probe = probe(heard);
        assertThat(probe.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(log()).contains("trouble []");
        short[] sound = WavClip.read(heard);
        // An idle null sink takes up to two seconds to look up.
        short[] later = Arrays.copyOfRange(sound, 4 * Pcm.RATE, 5 * Pcm.RATE);
        assertThat(Sounds.strength(later, TONE)).as(log()).isGreaterThan(6000);
    }

    private Process probe(Path heard) throws IOException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                JavaSoundProbe.class.getName(),
                heard.toString(),
                String.valueOf(TONE),
                String.valueOf(SECONDS)));
        builder.environment().put("PULSE_SERVER", "unix:" + socket());
        builder.environment().put("ALSA_CONFIG_PATH", alsa().toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("probe.log").toFile())
                .start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Path socket() {
        return folder.resolve("native");
    }

    private Path alsa() {
        return folder.resolve("alsa.conf");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("probe.log"));
    }
}
