package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Undisturbed;
import amends.media.Pcm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills a recording desk with SIGKILL in mid-call. {@code -Damends.kills=20} for as many as the issue asks. */
@Undisturbed
class KilledDeskIT {
    private static final Logger LOG = LoggerFactory.getLogger(KilledDeskIT.class);
    private static final Duration MOST_MISSING = Duration.ofMillis(500);

    @TempDir
    Path folder;

    static IntStream kills() {
        return IntStream.rangeClosed(1, Integer.getInteger("amends.kills", 5));
    }

    /** Runs a desk until it said that it handed over so many frames, kills it; how many it had handed over in all. */
    private int killAfter(int frames) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingDesk.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        int told = 0;
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.matches("\\d+")) continue;
                told = Integer.parseInt(line);
                if (told >= frames) process.toHandle().destroyForcibly();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(told).as(() -> stderr()).isGreaterThanOrEqualTo(frames);
        return told;
    }

    private String stderr() {
        try {
            return Files.readString(folder.resolve("stderr"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @ParameterizedTest(name = "kill {0}")
    @MethodSource("kills")
    void a_killed_desk_loses_at_most_half_a_second_and_the_rest_can_be_heard(int kill) throws Exception {
        int frames = 60 + new Random(kill).nextInt(100);
        var handedOver = Duration.ofMillis((long) killAfter(frames) * Pcm.FRAME_MS);
        try (var bench = new Bench(folder)) {
            Path file = bench.vault.path(bench.vault.files().getFirst());
            var found = bench.check().verify(file);
            assertThat(found).isInstanceOf(CheckResult.Interrupted.class);
            Duration recovered = ((CheckResult.Interrupted) found).recovered();
            LOG.info(
                    "kill {}: {} ms of {} are missing",
                    kill,
                    handedOver.minus(recovered).toMillis(),
                    handedOver);
            assertThat(handedOver.minus(recovered)).isLessThanOrEqualTo(MOST_MISSING);
            int heard = bench.hear(file).customer().length;
            assertThat(heard * 1000L / Pcm.RATE).isEqualTo(recovered.toMillis());
            assertThat(bench.survey().recover())
                    .singleElement()
                    .satisfies(row -> assertThat(row.length()).isEqualTo(recovered));
            assertThat(bench.check().verify(file))
                    .isInstanceOfSatisfying(
                            CheckResult.Interrupted.class,
                            closed -> assertThat(closed.chain()).isInstanceOf(ChainFinding.InChain.class));
        }
    }
}
