package amends.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in which Amends keeps what is its own: database, recordings, keys, logs, settings. */
record Home(Path folder) {
    static final String OPTION = "--home";

    /** The given folder, or the platform's place for a program's data. */
    static Home at(Path given) throws IOException {
        Path folder = (given == null ? usual() : given).toAbsolutePath().normalize();
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (!Files.isWritable(folder))
            throw new IOException(folder + " cannot be written; choose another with " + OPTION);
        return new Home(folder);
    }

    private static Path usual() {
        Path user = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        if (system.contains("win")) {
            String local = System.getenv("LOCALAPPDATA");
            return local == null ? user.resolve("AppData/Local/Amends") : Path.of(local, "Amends");
        }
        if (system.contains("mac")) return user.resolve("Library/Application Support/Amends");
        String data = System.getenv("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? user.resolve(".local/share") : Path.of(data)).resolve("amends");
    }

    Path settings() {
        return folder.resolve("amends.yaml");
    }

    Path recordings() {
        return folder.resolve("recordings");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path window() {
        return folder.resolve("window.properties");
    }

    String databaseUrl() {
        return "jdbc:h2:file:" + folder.resolve("database").resolve("amends");
    }
}
