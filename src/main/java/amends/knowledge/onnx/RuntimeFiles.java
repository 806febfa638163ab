package amends.knowledge.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
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
    private static final String PART = ".part";

    private RuntimeFiles() {}

    /** Where somebody said already where they are, they stay. */
    static void use(Path folder) throws IOException {
        if (System.getProperty(PLACE) != null) return;
        Optional<Path> own = place(folder);
        own.ifPresent(there -> System.setProperty(PLACE, there.toString()));
    }

    /** @return a folder in it, of this version; empty where there is nothing to place */
    static Optional<Path> place(Path folder) throws IOException {
        Optional<String> platform = platform();
        if (platform.isEmpty()) return Optional.empty();
        Path own = folder.resolve(version());
        Files.createDirectories(own);
        for (String library : LIBRARIES) place(platform.get(), System.mapLibraryName(library), own);
        return Optional.of(own);
    }

    private static void place(String platform, String name, Path own) throws IOException {
        byte[] shipped = shipped(platform, name);
        Path file = own.resolve(name);
        if (isWhole(file, shipped)) return;
        sweep(own);
        Path part = Files.createTempFile(own, name, PART);
        try {
            write(part, shipped);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            // Another desk may have been quicker, with the same, and have it open.
            if (!isWhole(file, shipped)) throw e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] shipped(String platform, String name) throws IOException {
        try (InputStream in = OrtEnvironment.class.getResourceAsStream("native/" + platform + "/" + name)) {
            if (in == null) throw new IOException("ONNX Runtime comes without " + name + " for " + platform);
            return in.readAllBytes();
        }
    }

    /** A library that was cut off when the power failed would end the program as soon as it is used. */
    private static boolean isWhole(Path file, byte[] shipped) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == shipped.length
                && Arrays.equals(Files.readAllBytes(file), shipped);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) out.write(left);
            out.force(true);
        }
    }

    /** What a program left that was killed while it wrote. */
    private static void sweep(Path own) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(own, "*" + PART)) {
            for (Path part : parts) Files.deleteIfExists(part);
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
