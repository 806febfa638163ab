package amends.app;

import amends.media.ffm.AudioLibrary;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the library of {@code native/} is looked for: beside the program, then in the folders the JVM is told of. */
final class NativeAudio {
    static final String FILE = System.mapLibraryName("amends_audio");

    private NativeAudio() {}

    static Optional<AudioLibrary> find() {
        return AudioLibrary.in(folders());
    }

    /** Of {@code target/amends.jar} and of {@code target/classes}: {@code target/native}; else the library path. */
    static List<Path> folders() {
        var folders = new ArrayList<Path>();
        program().map(Path::getParent).ifPresent(beside -> folders.add(beside.resolve("native")));
        Arrays.stream(System.getProperty("java.library.path", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .forEach(folders::add);
        return folders;
    }

    private static Optional<Path> program() {
        CodeSource source = NativeAudio.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
