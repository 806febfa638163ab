package amends.app;

import amends.knowledge.folder.ArticleFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The articles of the demo bank that come with the program, in its jar or beside its classes. */
final class ShippedArticles {
    private static final String FOLDER = "kb-content";

    private ShippedArticles() {}

    static ArticleFolder.Read read() throws IOException {
        Path program = program();
        if (Files.isDirectory(program)) return read(program.resolve(FOLDER));
        try (FileSystem jar = FileSystems.newFileSystem(program)) {
            return read(jar.getPath("/" + FOLDER));
        }
    }

    private static ArticleFolder.Read read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return new ArticleFolder.Read(List.of(), List.of());
        return ArticleFolder.read(folder);
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
