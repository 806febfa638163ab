package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KbExportTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private static final Path CONTENT = Path.of("kb-content");

    private int kb(String... arguments) {
        return Main.run(Stream.of(
                        Stream.of("kb", arguments[0], "--home", home.toString()),
                        Stream.of(arguments).skip(1))
                .flatMap(s -> s)
                .toArray(String[]::new));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(f -> f.toString().matches(".*/.*\\.(md|yaml|png)"))
                    .toList())
                if (folder.relativize(file).getNameCount() > 1)
                    files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return files;
    }

    @Test
    void what_was_imported_is_exported_byte_by_byte_and_nothing_that_was_changed_is_lost() throws IOException {
        assertThat(kb("import", CONTENT.toString())).isZero();
        assertThat(kb("export", folder.toString())).isZero();
        assertThat(files(folder)).isEqualTo(files(CONTENT));
        assertThat(folder.resolve("synonyms.yaml")).hasSameTextualContentAs(CONTENT.resolve("synonyms.yaml"));

        Path one = folder.resolve(files(folder).keySet().stream()
                .filter(f -> f.endsWith(".md"))
                .findFirst()
                .orElseThrow());
        String mine = Files.readString(one).replace("title: ", "title: 新 ");
        Files.writeString(one, mine);
        assertThat(kb("export", folder.toString())).isNotZero();
        assertThat(Files.readString(one)).isEqualTo(mine);
        assertThat(kb("import", folder.toString())).isZero();
        assertThat(kb("export", folder.toString())).isZero();
        assertThat(Files.readString(one)).isEqualTo(mine);
    }
}
