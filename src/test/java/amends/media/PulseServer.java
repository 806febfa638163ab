package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A PulseAudio of the test's own, whose loudspeaker is also the microphone. */
public final class PulseServer implements AutoCloseable {
    private final Path folder;
    private final Process process;

    private PulseServer(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    public static PulseServer in(Path folder) throws IOException, InterruptedException {
        Needs.program("pulseaudio", "pulseaudio");
        Needs.file(Path.of("/usr/share/alsa/alsa.conf.d/50-pulseaudio.conf"), "libasound2-plugins");
        Files.writeString(
                alsa(folder),
                "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n");
        var builder = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "-L",
                "module-null-sink sink_name=loop",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + socket(folder));
        builder.environment().putAll(Map.of("HOME", folder.toString(), "XDG_RUNTIME_DIR", folder.toString()));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("pulse.log").toFile())
                .start();
        var never = new CountDownLatch(1);
        for (int i = 0; i < 500 && !Files.exists(socket(folder)); i++) never.await(20, TimeUnit.MILLISECONDS);
        assertThat(socket(folder)).exists();
        return new PulseServer(folder, process);
    }

    /** Runs a program whose sound goes here: where it goes to is set in a process's environment. @return what it said */
    public String run(int mostSeconds, Class<?> program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PULSE_SERVER", "unix:" + socket(folder));
        builder.environment().put("ALSA_CONFIG_PATH", alsa(folder).toString());
        Path log = folder.resolve("probe.log");
        Process probe =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean over = probe.waitFor(mostSeconds, TimeUnit.SECONDS);
        if (!over) probe.destroyForcibly();
        String said = Files.readString(log);
        assertThat(over).as(said).isTrue();
        return said;
    }

    private static Path socket(Path folder) {
        return folder.resolve("native");
    }

    private static Path alsa(Path folder) {
        return folder.resolve("alsa.conf");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
