package amends.knowledge.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the runtime's libraries into a folder of the program's own, once: left to itself the runtime writes them into the
 * folder for temporary files at each start, and a program that is killed leaves them there.
 */
final class RuntimeFiles {
    /** Where the runtime looks first. */
    private static final String PLACE = "onnxruntime.native.path";

    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");
    private static final String VERSION = "/GIT_COMMIT_ID";

    private RuntimeFiles() {}

    /** Where somebody said already where they are, they stay. @param folder with as many versions as there were */
    static void place(Path folder) throws IOException {
        Optional<String> platform = platform();
        if (System.getProperty(PLACE) != null || platform.isEmpty()) return;
        Path own = folder.resolve(version());
        Files.createDirectories(own);
        for (String library : LIBRARIES) place(platform.get(), System.mapLibraryName(library), own);
        System.setProperty(PLACE, own.toString());
    }

    private static void place(String platform, String name, Path own) throws IOException {
        Path file = own.resolve(name);
        if (Files.exists(file)) return;
        try (InputStream shipped = OrtEnvironment.class.getResourceAsStream("native/" + platform + "/" + name)) {
            if (shipped == null) throw new IOException("ONNX Runtime comes without " + name + " for " + platform);
            Path part = Files.createTempFile(own, name, ".part");
            try {
                Files.copy(shipped, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                // Another desk was quicker, with the same.
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private static String version() throws IOException {
        try (InputStream in = OrtEnvironment.class.getResourceAsStream(VERSION)) {
            if (in == null) throw new IOException("ONNX Runtime does not say which version it is");
            String version = new String(in.readNBytes(40), StandardCharsets.US_ASCII).strip();
            if (!version.matches("[0-9a-f]{7,40}")) throw new IOException("no version: " + version);
            return version;
        }
    }

    /** As the runtime names them; empty where there is nothing to place. */
    private static Optional<String> platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64", "arm64" -> "aarch64";
            default -> "";
        };
        if (processor.isEmpty()) return Optional.empty();
        if (system.contains("win")) return Optional.of("win-" + processor);
        return Optional.of((system.contains("mac") ? "osx-" : "linux-") + processor);
    }
}
