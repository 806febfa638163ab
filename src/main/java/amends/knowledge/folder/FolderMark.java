package amends.knowledge.folder;

import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** What tells one exported folder from another: an id in a file of its own, which goes where the folder goes. */
public final class FolderMark {
    private static final String FILE = ".amends";
    /** Of a folder that was never exported into while it was empty. */
    public static final String NONE = "";

    private FolderMark() {}

    /** @throws YamlMistakes where the file holds something else */
    public static String of(Path folder) throws IOException, YamlMistakes {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return NONE;
        try {
            if (Files.size(file) <= 100)
                return UUID.fromString(Files.readString(file).strip()).toString();
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            // told below, as what is too long
        }
        throw new YamlMistakes(Path.of(FILE), List.of(new Mistake(1, 1, "does not hold the id of this folder")));
    }

    /** Gives a folder one. */
    public static String make(Path folder) throws IOException {
        String mark = UUID.randomUUID().toString();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), mark + "\n");
        return mark;
    }
}
