package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real messages with some thousand seeded faults: always a ruling, never late. */
class WireFuzzTest {
    private static final byte[] FAVOURED = "\r\n:;=<>\"\\ ,%@[]".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void whatever_comes_is_ruled_on_in_time() throws IOException {
        List<Path> files = files();
        var random = new Random(3261);
        WireFuzz.fuzzerTestOneInput("the first takes the loading of everything".getBytes());
        long slowest = 0;
        for (int round = 0; round < 4_000; round++) {
            byte[] message = Files.readAllBytes(files.get(random.nextInt(files.size())));
            for (int faults = 1 + random.nextInt(12); faults > 0; faults--)
                message[random.nextInt(message.length)] =
                        random.nextBoolean() ? (byte) random.nextInt(256) : FAVOURED[random.nextInt(FAVOURED.length)];
            long began = System.nanoTime();
            WireFuzz.fuzzerTestOneInput(message);
            slowest = Math.max(slowest, System.nanoTime() - began);
        }

        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void what_nests_or_repeats_without_end_is_ruled_on_in_time() {
        WireFuzz.fuzzerTestOneInput("the first takes the loading of everything".getBytes());
        for (String piece : List.of("(", "<", "\"", "\\", ";a=", ",", "[", "%", " ", "\r\n ", "Via: x\r\n", "a: ")) {
            String text = "INVITE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nFrom: "
                    + piece.repeat(15_000 / piece.length())
                    + "\r\nTo: <sip:a@b>\r\nCall-ID: c\r\nCSeq: 1 INVITE\r\nContact: <sip:a@b>\r\n\r\n";
            long began = System.nanoTime();
            WireFuzz.fuzzerTestOneInput(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(piece).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static List<Path> files() throws IOException {
        Path folder = Path.of("src/test/resources");
        try (Stream<Path> one = Files.list(folder.resolve("rfc4475"));
                Stream<Path> other = Files.list(folder.resolve("rfc5118"))) {
            return Stream.concat(one, other)
                    .filter(f -> f.toString().endsWith(".dat"))
                    .sorted()
                    .toList();
        }
    }
}
