package amends.media.ffm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sound devices Linux has at present, by their names in the file system: PortAudio cannot be asked while sound
 * flows. Elsewhere nothing is known, and another device is found by looking again or with the next call.
 */
record Plugged(Set<String> names) {
    static final Plugged NONE = new Plugged(Set.of());
    private static final Path DEVICES = Path.of("/dev/snd");

    static Plugged now() {
        return in(DEVICES);
    }

    static Plugged in(Path folder) {
        if (!Files.isDirectory(folder)) return NONE;
        var names = new TreeSet<String>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(path -> names.add(path.getFileName().toString()));
        } catch (IOException e) {
            return NONE;
        }
        return new Plugged(names);
    }
}
