package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.media.Pcm;
import amends.recording.CheckResult.Damaged;
import amends.recording.CheckResult.Interrupted;
import amends.recording.CheckResult.NotARecording;
import amends.recording.tink.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(1) // It is long, and begins with the first.
class RecordingCheckTest {
    private static final short[] VOICE = Arrays.copyOf(Voices.clip("wang-reply"), Pcm.RATE / 2);

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private byte[] dead() throws IOException {
        return Files.readAllBytes(bench.dead(Ids.next(), VOICE, VOICE));
    }

    private byte[] sealed() throws IOException {
        return Files.readAllBytes(bench.sealed(Ids.next(), VOICE, VOICE));
    }

    @Test
    void a_file_cut_anywhere_while_it_was_written_opens_as_interrupted_and_never_shorter_for_being_longer()
            throws IOException {
        byte[] whole = dead();
        Duration before = Duration.ZERO;
        for (int length = 1; length <= whole.length; length++) {
            CheckResult found = bench.verify(Arrays.copyOf(whole, length));
            assertThat(found).as("cut at %d", length).isInstanceOf(Interrupted.class);
            Duration recovered = ((Interrupted) found).recovered();
            assertThat(recovered).as("cut at %d", length).isGreaterThanOrEqualTo(before);
            before = recovered;
        }
        assertThat(before).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void a_sealed_file_cut_anywhere_is_damaged_or_at_the_least_never_whole() throws IOException {
        byte[] whole = sealed();
        for (int length = 0; length < whole.length; length++) {
            CheckResult found = bench.verify(Arrays.copyOf(whole, length));
            boolean headerLeft = length >= 300;
            if (headerLeft) assertThat(found).as("cut at %d", length).isInstanceOf(Damaged.class);
            else assertThat(found).as("cut at %d", length).isNotInstanceOf(CheckResult.SealedAndWhole.class);
        }
    }

    @Test
    void a_sealed_file_with_one_bit_flipped_anywhere_is_never_whole() throws IOException {
        byte[] whole = sealed();
        var random = new Random(7);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            CheckResult found = bench.verify(changed);
            if (i < FileHeader.MAGIC_LENGTH) assertThat(found).isInstanceOf(NotARecording.class);
            else assertThat(found).as("bit of byte %d", i).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void a_flipped_bit_is_found_where_it_is() throws IOException {
        byte[] whole = sealed();
        whole[whole.length / 2] ^= 1;
        assertThat(bench.verify(whole))
                .isInstanceOfSatisfying(
                        Damaged.class,
                        found -> assertThat(found.where()).isBetween(Duration.ofMillis(100), Duration.ofMillis(350)));
    }

    @Test
    void a_file_with_something_added_is_damaged() throws IOException {
        byte[] whole = sealed();
        for (int more : new int[] {1, 16, 511, 512, 513, 5000})
            assertThat(bench.verify(Arrays.copyOf(whole, whole.length + more))).isInstanceOf(Damaged.class);
    }

    @Test
    void segments_that_changed_places_are_damage() throws IOException {
        byte[] whole = sealed();
        byte[] segment = Arrays.copyOfRange(whole, whole.length - 1500, whole.length - 988);
        System.arraycopy(whole, whole.length - 2012, whole, whole.length - 1500, 512);
        System.arraycopy(segment, 0, whole, whole.length - 2012, 512);
        assertThat(bench.verify(whole)).isInstanceOf(Damaged.class);
    }

    @Test
    void the_sound_of_one_recording_under_the_header_of_another_does_not_open() throws IOException {
        byte[] one = sealed();
        byte[] other = sealed();
        System.arraycopy(one, 0, other, 0, 300);
        assertThat(bench.verify(other)).isInstanceOf(Damaged.class);
    }

    @Test
    void what_is_no_recording_is_said_to_be_none() throws IOException {
        assertThat(bench.verify(new byte[0])).isInstanceOf(NotARecording.class);
        assertThat(bench.verify("OggS and so on".getBytes())).isInstanceOf(NotARecording.class);
        assertThat(bench.check().verify(folder)).isInstanceOf(NotARecording.class);
    }

    @Test
    void hostile_files_are_answered_and_never_thrown_at() throws IOException {
        byte[] whole = sealed();
        var random = new Random(42);
        for (int round = 0; round < 2000; round++) {
            byte[] hostile = whole.clone();
            int changes = 1 + random.nextInt(30);
            int region = random.nextBoolean() ? 400 : hostile.length;
            for (int i = 0; i < changes; i++) hostile[random.nextInt(region)] = (byte) random.nextInt();
            if (Arrays.equals(hostile, whole)) continue;
            assertThat(bench.verify(hostile)).isNotInstanceOf(CheckResult.SealedAndWhole.class);
        }
    }

    @Test
    void a_desk_without_the_private_key_seals_and_cannot_open() throws Exception {
        Path file = bench.sealed(Ids.next(), VOICE, VOICE);
        Path publicOnly = Files.createDirectories(folder.resolve("desk-keys"));
        Files.copy(folder.resolve("keys").resolve(VaultKeys.PUBLIC), publicOnly.resolve(VaultKeys.PUBLIC));
        var sealing = VaultKeys.sealing(publicOnly);
        assertThat(new RecordingCheck(bench.vault, sealing, bench.format).verify(file))
                .isInstanceOf(CheckResult.NoKey.class);
    }

    @Test
    void damage_that_shows_without_a_key_is_told_without_one() throws Exception {
        Path file = bench.sealed(Ids.next(), VOICE, VOICE);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 3000));
        VaultKeys.create(folder.resolve("other-keys"));
        var sealing = VaultKeys.sealing(folder.resolve("other-keys"));
        assertThat(new RecordingCheck(bench.vault, sealing, bench.format).verify(file))
                .isInstanceOf(Damaged.class);
    }

    @Test
    void a_file_put_in_the_place_of_another_is_told_by_the_chain() throws Exception {
        var id = Ids.next();
        Path file = bench.sealed(id, VOICE, VOICE);
        Files.delete(file);
        byte[] forged;
        try (var elsewhere = new Bench(Files.createDirectories(folder.resolve("elsewhere")))) {
            Files.delete(folder.resolve("elsewhere/keys").resolve(VaultKeys.PRIVATE));
            Files.copy(
                    folder.resolve("keys").resolve(VaultKeys.PRIVATE),
                    folder.resolve("elsewhere/keys").resolve(VaultKeys.PRIVATE));
            try (var forger = new Bench(folder.resolve("elsewhere"))) {
                forged = Files.readAllBytes(forger.sealed(id, new short[Pcm.RATE], VOICE));
            }
        }
        assertThat(bench.verify(forged))
                .isInstanceOfSatisfying(
                        Damaged.class,
                        found -> assertThat(found.chain()).isInstanceOf(ChainFinding.DigestDiffers.class));
    }

    @Test
    void an_interrupted_file_that_was_closed_and_then_cut_is_damaged() throws IOException {
        Path file = bench.dead(Ids.next(), VOICE, VOICE);
        bench.survey().recover();
        byte[] closed = Files.readAllBytes(file);
        assertThat(bench.verify(closed)).isInstanceOf(Interrupted.class);
        assertThat(bench.verify(Arrays.copyOf(closed, closed.length - 700))).isInstanceOf(Damaged.class);
    }
}
