package amends.kernel.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for the database: one file each, put in place and forced to the disk at once, readable by the desk's user
 * alone. The first of its kind is in place before it is forced, which may take seconds on a busy disk: a program that is
 * killed meanwhile leaves it all the same. One that replaces another is forced before, so that a power cut leaves one of
 * the two. A file that cannot be read is set aside as {@code .unreadable}, never removed.
 */
public final class WaitingFiles<T> {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingFiles.class);

    /** What a file's text says. */
    public interface Reading<T> {
        /**
         * @param kept when the file was written
         * @throws IllegalArgumentException when the text says nothing of this kind
         */
        T read(String text, Instant kept);
    }

    /** How a file gets onto the disk itself. */
    interface Forcing {
        void force(Path file) throws IOException;
    }

    private final Path folder;
    private final String word;
    private final Reading<T> reading;
    private final Forcing forcing;

    /** @param word what is kept, for the log; the files end in it */
    public WaitingFiles(Path folder, String word, Reading<T> reading) {
        this(folder, word, reading, WaitingFiles::force);
    }

    WaitingFiles(Path folder, String word, Reading<T> reading, Forcing forcing) {
        this.forcing = forcing;
        this.folder = folder;
        this.word = word;
        this.reading = reading;
    }

    private Path file(UUID id) {
        return folder.resolve(id + "." + word);
    }

    public void keep(UUID id, String text) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "writing", "", OwnFile.onlyMine());
            Files.writeString(written, text, StandardCharsets.UTF_8);
            boolean replaces = Files.exists(file(id));
            if (replaces) forcing.force(written);
            Files.move(written, file(id), StandardCopyOption.ATOMIC_MOVE);
            if (!replaces) forcing.force(file(id));
        } catch (IOException e) {
            LOG.error("{} {} could not be kept in {}", word, id, folder, e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    public void drop(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            LOG.error("{} {} is stored, and stays in {} too", word, id, folder, e);
        }
    }

    /** All that can be read, in an order that stays. */
    public List<T> left() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("." + word))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("every {} that waits in {} should have been listed", word, folder, e);
            return List.of();
        }
    }

    private Optional<T> read(Path file) {
        try {
            Instant kept = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(reading.read(Files.readString(file), kept));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            LOG.error("{} is no {} and is set aside: {}", file, word, e.getMessage());
            setAside(file);
        } catch (NoSuchFileException e) {
            LOG.debug("{} was stored a moment ago", file);
        } catch (IOException e) {
            LOG.error("{} could not be read and is left where it is", file, e);
        }
        return Optional.empty();
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"));
        } catch (IOException e) {
            LOG.error("{} could not be set aside", file, e);
        }
    }
}
