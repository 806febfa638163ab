package amends.report;

import amends.report.PaperWriter.Progress;
import amends.report.PaperWriter.Stopped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a report beside its place first: a file that was there stays whole until the new one is. Blocks. */
public final class PaperFile {
    private static final Logger LOG = LoggerFactory.getLogger(PaperFile.class);

    private PaperFile() {}

    public sealed interface Outcome {
        record Written(Path file, long bytes) implements Outcome {}

        record Cancelled() implements Outcome {}

        /** @param why for people who know files */
        record Failed(String why) implements Outcome {}
    }

    public static Outcome write(PaperWriter writer, Paper paper, Path file, Progress progress) {
        Optional<Path> beside = Optional.empty();
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path part = Files.createTempFile(folder, ".report", "." + writer.ending());
            beside = Optional.of(part);
            try (var to = new BufferedOutputStream(Files.newOutputStream(part))) {
                writer.write(paper, to, progress);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return new Outcome.Written(file, Files.size(file));
        } catch (Stopped e) {
            return new Outcome.Cancelled();
        } catch (IOException e) {
            LOG.warn("the report could not be written: {}", e.toString());
            return new Outcome.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            beside.ifPresent(PaperFile::remove);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", part, e.toString());
        }
    }
}
