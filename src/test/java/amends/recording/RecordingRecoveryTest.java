package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.media.CallTap;
import amends.media.Pcm;
import amends.recording.tink.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingRecoveryTest {
    private static final short[] VOICE = Arrays.copyOf(Voices.clip("wang-opening"), 4 * Pcm.RATE);

    @TempDir
    Path folder;

    private final UUID id = Ids.next();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void what_a_dead_desk_left_is_closed_as_interrupted_with_the_length_that_is_there() throws IOException {
        bench.dead(id, VOICE, VOICE);
        assertThat(bench.survey().recover()).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(Recording.State.INTERRUPTED);
            assertThat(found.length()).isBetween(Duration.ofMillis(3700), Duration.ofMillis(4000));
            assertThat(found.agent()).isEqualTo(Bench.AGENT);
            assertThat(found.began()).isEqualTo(Bench.BEGAN);
        });
    }

    @Test
    void it_is_entered_with_its_link_even_if_the_database_never_heard_of_it() {
        bench.dead(id, VOICE, VOICE);
        bench.survey().recover();
        assertThat(bench.entries)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.link().orElseThrow().link().kind()).isEqualTo(ChainLink.Kind.INTERRUPTED));
    }

    @Test
    void a_desk_that_cannot_open_recordings_tells_nearly_the_same_length() throws IOException {
        bench.dead(id, VOICE, VOICE);
        Files.delete(folder.resolve("keys").resolve(VaultKeys.PRIVATE));
        try (var desk = new Bench(folder)) {
            assertThat(desk.survey().recover())
                    .singleElement()
                    .satisfies(found ->
                            assertThat(found.length()).isBetween(Duration.ofMillis(3600), Duration.ofMillis(4000)));
        }
    }

    @Test
    void once_recovered_it_is_not_touched_again() throws IOException {
        Path file = bench.dead(id, VOICE, VOICE);
        bench.survey().recover();
        byte[] closed = Files.readAllBytes(file);
        assertThat(bench.survey().recover()).isEmpty();
        assertThat(file).hasBinaryContent(closed);
    }

    @Test
    void a_sealed_file_without_its_link_gets_it() throws IOException {
        var about = new RunningRecording.About(id, Bench.CALL, Bench.AGENT, Bench.BEGAN);
        try (var file = RecordingFile.create(about, bench.vault, bench.sealing, bench.format)) {
            file.frame(Voices.frame(VOICE, 0), Voices.frame(VOICE, 0));
            file.seal(true, Bench.BEGAN.plusMillis(20));
        }
        assertThat(bench.survey().recover()).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(Recording.State.SEALED);
            assertThat(found.announced()).isTrue();
        });
    }

    @Test
    void a_call_that_runs_meanwhile_is_left_alone() throws IOException {
        var survey = bench.survey();
        bench.dead(Ids.next(), VOICE, VOICE);
        assertThat(survey.recover()).isEmpty();
    }

    @Test
    void that_the_customer_was_told_survives_the_desk() throws Exception {
        var about = new RunningRecording.About(id, Bench.CALL, Bench.AGENT, Bench.BEGAN);
        try (var file = RecordingFile.create(about, bench.vault, bench.sealing, bench.format)) {
            file.frame(Voices.frame(VOICE, 0), Voices.frame(VOICE, 0));
            file.announced();
            for (int i = 0; i < 100; i++) file.frame(Voices.frame(VOICE, i), Voices.frame(VOICE, i));
        }
        var found = bench.survey().recover().getFirst();
        assertThat(found.announced()).isTrue();
        assertThat(found.length()).isGreaterThan(Duration.ofMillis(1500));
    }

    @Test
    void links_that_the_database_lacks_are_entered_again() {
        bench.sealed(Ids.next(), VOICE, VOICE);
        bench.sealed(id, VOICE, VOICE);
        bench.stored = 1;
        bench.survey().recover();
        assertThat(bench.entries).extracting(entry -> entry.recording().id()).containsExactly(id);
    }

    @Test
    void a_deleted_recording_leaves_a_tombstone_and_nothing_else() throws IOException {
        Path file = bench.sealed(id, VOICE, VOICE);
        byte[] sealed = Files.readAllBytes(file);
        bench.survey().recover();
        var row = bench.entries.getLast().recording();
        new RecordingErasure(bench.vault, bench, bench.time).erase(row);
        assertThat(file).doesNotExist();
        assertThat(bench.links)
                .singleElement()
                .satisfies(link -> assertThat(link.link().kind()).isEqualTo(ChainLink.Kind.TOMBSTONE));
        assertThat(bench.verify(sealed))
                .isInstanceOfSatisfying(
                        CheckResult.Damaged.class,
                        found -> assertThat(found.chain()).isInstanceOf(ChainFinding.Tombstoned.class));
    }

    @Test
    void a_file_whose_deletion_was_cut_short_is_deleted_at_the_next_start() throws IOException {
        Path file = bench.sealed(id, VOICE, VOICE);
        bench.vault.chain().append(ChainLink.Kind.TOMBSTONE, id, ChainLink.NOTHING, ChainLink.NOTHING, Bench.BEGAN);
        bench.survey().recover();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_second_desk_on_the_same_vault_keeps_its_hands_off() throws IOException {
        bench.sealed(Ids.next(), VOICE, VOICE);
        bench.dead(id, VOICE, VOICE);
        try (var second = new Bench(folder)) {
            assertThat(second.survey().recover()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_recording_is_left_where_it_is() throws IOException {
        Path stray = Files.createDirectories(bench.root.resolve("2026-01-05")).resolve("stray.ogg.sealed");
        Files.writeString(stray, "not ours");
        assertThat(bench.survey().recover()).isEmpty();
        assertThat(stray).hasContent("not ours");
    }

    @Test
    void sound_is_heard_as_far_as_it_is_whole() throws Exception {
        Path file = bench.dead(id, VOICE, VOICE);
        var library = new VaultLibrary(bench.vault, bench.sealing, bench.format);
        var sound = library.open(bench.survey().recover().getFirst());
        assertThat(sound.customer().length)
                .isBetween(3700 * Pcm.RATE / 1000, 4000 * Pcm.RATE / 1000)
                .isEqualTo(sound.agent().length);
        assertThat(file).exists();
    }

    @Test
    void every_recording_of_a_busy_desk_is_recovered_once() {
        CallTap[] taps = new CallTap[3];
        var recorder = bench.recorder();
        for (int i = 0; i < taps.length; i++) taps[i] = recorder.tap(new amends.telephony.CallId("call" + i));
        for (CallTap tap : taps) tap.frame(Voices.SILENCE, Voices.SILENCE);
        recorder.close();
        assertThat(bench.survey().recover()).isEmpty();
    }
}
