package amends.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** The articles and flows of the demo bank that come with the program, in its jar or beside its classes. */
final class ShippedArticles {
    private static final String FOLDER = "kb-content";

    private ShippedArticles() {}

    static KbFolder read() throws IOException {
        Path program = program();
        if (Files.isDirectory(program)) return read(program.resolve(FOLDER));
        try (FileSystem jar = FileSystems.newFileSystem(program)) {
            return read(jar.getPath("/" + FOLDER));
        }
    }

    private static KbFolder read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return KbFolder.NOTHING;
        return KbFolder.read(folder);
    }

    private static Path program() {
        try {
            return Path.of(ShippedArticles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
