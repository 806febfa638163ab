package amends.app;

import amends.desktop.AttachmentPorts;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.knowledge.AttachmentName;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of articles given to the system's own programs, from a folder of the home in which nothing else lies. What was
 * opened there before goes after a day.
 */
final class OutsidePrograms implements AttachmentPorts.Outside {
    private static final Logger LOG = LoggerFactory.getLogger(OutsidePrograms.class);
    private static final Duration KEPT = Duration.ofDays(1);
    /** What a program may be told by: no system runs what is called so. */
    private static final Set<String> ENDINGS =
            Set.of(".pdf", ".txt", ".docx", ".xlsx", ".pptx", ".png", ".jpg", ".gif");

    private final Path folder;
    private final Timekeeper time;
    private final Showing showing;

    /** The system's own way. */
    interface Showing {
        /** @throws IOException when nobody here shows it */
        void show(Path file) throws IOException;
    }

    OutsidePrograms(Home home, Timekeeper time) {
        this(home, time, OutsidePrograms::show);
    }

    OutsidePrograms(Home home, Timekeeper time, Showing showing) {
        this.time = time;
        this.showing = showing;
        folder = home.folder().resolve("opened").toAbsolutePath().normalize();
    }

    @Override
    public void open(String name, byte[] bytes) throws IOException {
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        if (!AttachmentName.isBare(name) || !ENDINGS.contains(ending))
            throw new IOException("such files are not opened: " + PlainText.line(name, AttachmentName.MOST));
        Files.createDirectories(folder);
        tidy();
        Path own = Files.createTempDirectory(folder, "file");
        Path file = own.resolve(name).normalize();
        if (!own.equals(file.getParent())) throw new IOException("leads out of its folder: " + file);
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        readOnly(file);
        showing.show(file);
    }

    private static void readOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        else if (!file.toFile().setReadOnly()) throw new IOException("cannot be made read-only: " + file);
    }

    private static void show(Path file) throws IOException {
        boolean can = !GraphicsEnvironment.isHeadless()
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.OPEN);
        try {
            if (can) Desktop.getDesktop().open(file.toFile());
            else
                new ProcessBuilder("xdg-open", file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            throw new IOException("nobody here shows " + file.getFileName(), e);
        }
    }

    /** What cannot go, since a program still holds it, goes another time: it keeps nobody from opening another file. */
    private void tidy() {
        try (Stream<Path> list = Files.list(folder)) {
            list.forEach(this::tidy);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("what was opened before is not tidied up: {}", e.toString());
        }
    }

    private void tidy(Path own) {
        try {
            boolean old = Files.getLastModifiedTime(own, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(time.now().minus(KEPT));
            if (old) remove(own);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} stays for now: {}", own, e.toString());
        }
    }

    private static void remove(Path own) throws IOException {
        if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> files;
            try (Stream<Path> list = Files.list(own)) {
                files = list.toList();
            }
            for (Path file : files) delete(file);
        }
        delete(own);
    }

    /** Windows deletes nothing that is read-only. */
    private static void delete(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) file.toFile().setWritable(true);
        Files.deleteIfExists(file);
    }
}
