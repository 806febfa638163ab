package amends.app;

import amends.desktop.AttachmentPorts;
import amends.kernel.Timekeeper;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files of articles given to the system's own programs, from a folder of the home in which nothing else lies. What was
 * opened there before goes after a day.
 */
final class OutsidePrograms implements AttachmentPorts.Outside {
    private static final Duration KEPT = Duration.ofDays(1);
    /** What a program may be told by: no system runs what is called so. */
    private static final Set<String> ENDINGS =
            Set.of(".pdf", ".txt", ".docx", ".xlsx", ".pptx", ".png", ".jpg", ".gif");

    private final Path folder;
    private final Timekeeper time;

    OutsidePrograms(Home home, Timekeeper time) {
        this.time = time;
        folder = home.folder().resolve("opened");
    }

    @Override
    public void open(String name, byte[] bytes) throws IOException {
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        if (!ENDINGS.contains(ending)) throw new IOException("such files are not opened: " + ending);
        Files.createDirectories(folder);
        tidy();
        Path own = Files.createTempDirectory(folder, "file");
        Path file = own.resolve(name);
        Files.write(file, bytes);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        show(file);
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

    private void tidy() throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(folder)) {
            all = list.toList();
        }
        for (Path own : all) {
            boolean old = Files.getLastModifiedTime(own)
                    .toInstant()
                    .isBefore(time.now().minus(KEPT));
            if (old) remove(own);
        }
    }

    private static void remove(Path own) throws IOException {
        try (Stream<Path> list = Files.list(own)) {
            for (Path file : list.toList()) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(own);
    }
}
