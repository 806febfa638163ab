package amends.media.ffm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioLibraryTest {
    @TempDir
    Path folder;

    @Test
    void where_there_is_none_the_program_does_without() {
        assertThat(AudioLibrary.in(List.of(folder, folder.resolve("no-such")))).isEmpty();
    }

    @Test
    void a_file_that_is_no_library_is_not_used() throws IOException {
        Files.writeString(folder.resolve(System.mapLibraryName("amends_audio")), "no library");
        assertThat(AudioLibrary.in(List.of(folder))).isEmpty();
    }

    @Test
    void a_library_of_another_make_is_not_used() throws IOException {
        Path other = Path.of("/usr/lib/x86_64-linux-gnu/libopus.so.0");
        if (!Files.exists(other)) return;
        Files.copy(other, folder.resolve(System.mapLibraryName("amends_audio")));
        assertThat(AudioLibrary.in(List.of(folder))).isEmpty();
    }

    @Test
    void a_device_that_is_not_there_is_refused_in_words() {
        AudioLibrary library = NativeLibrary.needed();
        assertThatThrownBy(() -> new NativeStream(library, NativeStream.NONE, NativeStream.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("out of range");
        NativeDevice.all(library);
        assertThatThrownBy(() -> new NativeStream(library, 4711, NativeStream.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such device");
    }
}
