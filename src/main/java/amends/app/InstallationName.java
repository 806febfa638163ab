package amends.app;

import amends.kernel.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names this installation of the desk, the same at every start: how it finds its own unfinished work again. */
final class InstallationName {
    private InstallationName() {}

    static String of(Home home) throws IOException {
        Path file = home.folder().resolve("installation");
        if (Files.exists(file)) return Files.readString(file).strip();
        String name = Ids.next().toString();
        Files.writeString(file, name + System.lineSeparator());
        return name;
    }
}
