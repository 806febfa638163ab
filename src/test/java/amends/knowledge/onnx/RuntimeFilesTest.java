package amends.knowledge.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFilesTest {
    @TempDir
    Path folder;

    private static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void libraries_are_placed_once_and_nothing_else_is_left() throws IOException {
        Path own = RuntimeFiles.place(folder).orElseThrow();
        List<Path> placed = in(own);
        assertThat(placed).hasSize(2).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        var first = Files.getLastModifiedTime(placed.getFirst());
        assertThat(RuntimeFiles.place(folder)).contains(own);
        assertThat(Files.getLastModifiedTime(placed.getFirst())).isEqualTo(first);
        assertThat(in(folder)).containsExactly(own);
    }

    @Test
    void what_was_cut_off_or_left_when_a_program_died_is_mended() throws IOException {
        Path own = RuntimeFiles.place(folder).orElseThrow();
        Path library = in(own).getFirst();
        byte[] whole = Files.readAllBytes(library);
        Files.write(library, Arrays.copyOf(whole, whole.length / 2));
        Files.write(own.resolve("libonnxruntime.so123.part"), new byte[100]);
        RuntimeFiles.place(folder);
        assertThat(library).hasBinaryContent(whole);
        assertThat(in(own)).hasSize(2);
        byte[] spoiled = whole.clone();
        spoiled[whole.length / 2] ^= 1;
        Files.write(library, spoiled);
        RuntimeFiles.place(folder);
        assertThat(library).hasBinaryContent(whole);
    }

    @Test
    void a_place_that_cannot_be_had_is_told() throws IOException {
        Path taken = Files.writeString(folder.resolve("native"), "a file, no folder");
        assertThatIOException().isThrownBy(() -> RuntimeFiles.place(taken));
    }
}
