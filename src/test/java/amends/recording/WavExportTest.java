package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.media.Pcm;
import amends.recording.RecordingLibrary.CannotOpen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavExportTest {
    private static final short[] VOICE = Arrays.copyOf(Voices.clip("wang-opening"), 2 * Pcm.RATE);

    @TempDir
    Path folder;

    private Bench bench;
    private Path wav;
    private WavExport export;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        wav = folder.resolve("out.wav");
        export = new WavExport(bench.sealing, bench.format);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void customer_is_left_and_agent_right_at_the_rate_of_the_line() throws Exception {
        var exported = export.export(bench.sealed(Ids.next(), VOICE, new short[VOICE.length]), wav);
        var bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(exported.lacking()).isEmpty();
        assertThat(exported.length()).isEqualTo(Duration.ofSeconds(2));
        assertThat(bytes.getShort(22)).isEqualTo((short) 2);
        assertThat(bytes.getInt(24)).isEqualTo(16_000);
        assertThat(bytes.getInt(40)).isEqualTo(VOICE.length * 4).isEqualTo(bytes.capacity() - 44);
        short[] left = new short[VOICE.length];
        for (int i = 0; i < left.length; i++) left[i] = bytes.getShort(44 + 4 * i);
        assertThat(Voices.correlation(Voices.envelope(VOICE), Voices.envelope(left)))
                .isGreaterThan(0.95);
    }

    @Test
    void an_interrupted_one_is_exported_as_far_as_it_goes_and_says_so() throws Exception {
        var exported = export.export(bench.dead(Ids.next(), VOICE, VOICE), wav);
        assertThat(exported.lacking()).hasValueSatisfying(why -> assertThat(why).contains("interrupted"));
        assertThat(exported.length()).isGreaterThan(Duration.ofMillis(1700));
    }

    @Test
    void a_damaged_one_is_exported_up_to_the_damage_and_says_so() throws Exception {
        Path file = bench.sealed(Ids.next(), VOICE, VOICE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        var exported = export.export(file, wav);
        assertThat(exported.lacking()).hasValueSatisfying(why -> assertThat(why).contains("damaged"));
        assertThat(exported.length()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
    }

    @Test
    void what_is_no_recording_leaves_the_target_as_it_was() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "hello");
        Files.writeString(wav, "precious");
        assertThatThrownBy(() -> export.export(text, wav)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> export.export(folder.resolve("absent"), wav)).isInstanceOf(CannotOpen.class);
        assertThat(wav).hasContent("precious");
    }
}
