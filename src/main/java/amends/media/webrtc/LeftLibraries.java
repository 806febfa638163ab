package amends.media.webrtc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * webrtc-java unpacks its library, 20 MB, into the folder for temporary files each time it starts, and leaves it there
 * on Windows, and everywhere when it cannot be loaded. What earlier starts left is removed; what is in use refuses.
 */
final class LeftLibraries {
    private static final Logger LOG = LoggerFactory.getLogger(LeftLibraries.class);
    /** One that is this young may be another desk's that is just starting. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private LeftLibraries() {}

    static void tidy(Instant now) {
        tidy(Path.of(System.getProperty("java.io.tmpdir")), now);
    }

    static void tidy(Path folder, Instant now) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*webrtc-java-*.{so,dll,dylib}")) {
            for (Path file : left) remove(file, now);
        } catch (IOException e) {
            LOG.debug("{} cannot be tidied: {}", folder, e.toString());
        }
    }

    private static void remove(Path file, Instant now) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(YOUNG))) Files.delete(file);
        } catch (IOException e) {
            LOG.debug("{} stays: {}", file, e.toString());
        }
    }
}
