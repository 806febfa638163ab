package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.media.CallTap;
import amends.media.Pcm;
import amends.recording.RecordingEvent.RecordingSealed;
import amends.recording.RecordingEvent.RecordingTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    /** A machine that does other things beside may take longer to encode than a desk that closes would wait. */
    private static final Duration PATIENTLY = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<RecordingEvent> events = new CopyOnWriteArrayList<>();
    private Bench bench;
    private Recorder recorder;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        recorder = bench.recorder();
        recorder.events().add(events::add);
    }

    @AfterEach
    void close() throws IOException {
        if (recorder != null) recorder.close(PATIENTLY);
        bench.close();
    }

    private void record(short[] customer, short[] agent) {
        CallTap tap = recorder.tap(Bench.CALL);
        int frames = Math.max(customer.length, agent.length) / Pcm.FRAME;
        for (int i = 0; i < frames; i++) tap.frame(Voices.frame(customer, i), Voices.frame(agent, i));
        tap.ended();
        recorder.close(PATIENTLY);
    }

    private Path file() throws IOException {
        return bench.vault.path(bench.vault.files().getFirst());
    }

    @Test
    void what_was_said_comes_back_sample_for_sample_in_step() throws Exception {
        short[] customer = Voices.clip("wang-opening");
        short[] agent = Voices.clip("agent-greeting-zh");
        record(customer, agent);
        var sound = bench.hear(file());
        int frames = Math.max(customer.length, agent.length) / Pcm.FRAME;
        assertThat(sound.customer()).hasSize(frames * Pcm.FRAME).hasSameSizeAs(sound.agent());
        assertThat(Voices.correlation(Voices.envelope(customer), Voices.envelope(sound.customer())))
                .isGreaterThan(0.98);
        assertThat(Voices.correlation(Voices.envelope(agent), Voices.envelope(sound.agent())))
                .isGreaterThan(0.98);
    }

    @Test
    void a_rehearsal_leaves_nothing_behind_and_tells_nobody() throws Exception {
        recorder.rehearse();
        assertThat(bench.vault.files()).isEmpty();
        assertThat(bench.entries).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void where_only_one_speaks_the_other_side_is_at_least_40_dB_lower() throws Exception {
        short[] customer = Voices.clip("wang-opening");
        short[] pause = new short[customer.length];
        short[] agent = Voices.clip("agent-greeting-zh");
        record(Voices.joined(customer, new short[agent.length]), Voices.joined(pause, agent));
        var sound = bench.hear(file());
        int turn = customer.length;
        int settled = turn + 5 * Pcm.FRAME;
        int end = sound.customer().length;
        assertThat(Voices.decibels(sound.customer(), 0, turn) - Voices.decibels(sound.agent(), 0, turn))
                .isGreaterThan(40);
        assertThat(Voices.decibels(sound.agent(), settled, end) - Voices.decibels(sound.customer(), settled, end))
                .isGreaterThan(40);
    }

    @Test
    void its_facts_are_entered_running_and_then_sealed_and_linked() {
        record(Voices.clip("wang-reply"), Voices.clip("agent-answer-zh"));
        assertThat(bench.entries)
                .extracting(e -> e.recording().state())
                .containsExactly(Recording.State.RUNNING, Recording.State.SEALED);
        var sealed = bench.entries.getLast();
        assertThat(sealed.recording().call()).isEqualTo(Bench.CALL.value());
        assertThat(sealed.recording().agent()).isEqualTo(Bench.AGENT);
        assertThat(sealed.link().orElseThrow().link().recording())
                .isEqualTo(sealed.recording().id());
    }

    @Test
    void the_file_is_found_sealed_and_whole() throws IOException {
        short[] voice = Voices.clip("wang-reply");
        record(voice, voice);
        assertThat(bench.check().verify(file())).isInstanceOfSatisfying(CheckResult.SealedAndWhole.class, whole -> {
            assertThat(whole.length()).isEqualTo(Duration.ofMillis(voice.length * 1000L / Pcm.RATE));
            assertThat(whole.facts().call()).isEqualTo(Bench.CALL.value());
            assertThat(whole.chain()).isInstanceOf(ChainFinding.InChain.class);
        });
    }

    @Test
    void that_the_customer_was_told_is_a_fact_of_the_recording() {
        CallTap tap = recorder.tap(Bench.CALL);
        recorder.announced(Bench.CALL);
        tap.frame(Voices.SILENCE, Voices.SILENCE);
        tap.ended();
        recorder.close(PATIENTLY);
        assertThat(bench.entries.getLast().recording().announced()).isTrue();
    }

    @Test
    void while_a_customer_pays_a_tone_stands_for_what_both_say_and_time_goes_on() throws Exception {
        short[] voice = Voices.clip("wang-opening");
        int frames = voice.length / Pcm.FRAME;
        assertThat(recorder.pause(Bench.CALL)).isFalse();
        CallTap tap = recorder.tap(Bench.CALL);
        assertThat(recorder.pause(Bench.CALL)).isTrue();
        for (int i = 0; i < frames; i++) tap.frame(Voices.frame(voice, i), Voices.frame(voice, i));
        recorder.resume(Bench.CALL);
        for (int i = 0; i < frames; i++) tap.frame(Voices.frame(voice, i), Voices.SILENCE);
        tap.ended();
        recorder.close(PATIENTLY);
        var sound = bench.hear(file());
        assertThat(sound.customer()).hasSize(2 * frames * Pcm.FRAME);
        int half = frames * Pcm.FRAME;
        short[] paused = java.util.Arrays.copyOf(sound.customer(), half);
        short[] after = java.util.Arrays.copyOfRange(sound.customer(), half, 2 * half);
        assertThat(Voices.correlation(Voices.envelope(voice), Voices.envelope(paused)))
                .isLessThan(0.3);
        assertThat(Voices.correlation(Voices.envelope(voice), Voices.envelope(after)))
                .isGreaterThan(0.9);
        assertThat(Voices.decibels(sound.agent(), 5 * Pcm.FRAME, half - Pcm.FRAME))
                .isCloseTo(Voices.decibels(sound.customer(), 5 * Pcm.FRAME, half - Pcm.FRAME), within(3.0));
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_and_the_call_goes_on() throws IOException {
        Files.writeString(bench.root, "a file where the folder should be");
        record(Voices.clip("wang-reply"), Voices.SILENCE);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordingTrouble.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(RecordingTrouble.Kind.NOT_BEGUN));
    }

    @Test
    void a_disk_that_fills_up_in_mid_call_is_told_and_what_was_written_is_kept() throws Exception {
        var full = new FillingVault(bench.vault, 20_000);
        var recorder = new Recorder(full, bench.sealing, bench.format, bench, () -> Bench.AGENT, bench.time);
        recorder.events().add(events::add);
        CallTap tap = recorder.tap(Bench.CALL);
        short[] voice = Voices.clip("wang-opening");
        for (int i = 0; i < voice.length / Pcm.FRAME; i++) tap.frame(Voices.frame(voice, i), Voices.SILENCE);
        tap.ended();
        recorder.close(PATIENTLY);
        assertThat(events)
                .filteredOn(RecordingTrouble.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordingTrouble.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(RecordingTrouble.Kind.STOPPED));
        assertThat(bench.entries.getLast().recording().state()).isEqualTo(Recording.State.INTERRUPTED);
        assertThat(bench.check().verify(file()))
                .isInstanceOfSatisfying(
                        CheckResult.Interrupted.class,
                        found -> assertThat(found.recovered()).isGreaterThan(Duration.ofSeconds(2)));
    }

    @Test
    void two_calls_at_once_are_two_recordings() throws IOException {
        var other = new amends.telephony.CallId("other@192.0.2.7");
        CallTap first = recorder.tap(Bench.CALL);
        CallTap second = recorder.tap(other);
        for (int i = 0; i < 10; i++) {
            first.frame(Voices.SILENCE, Voices.SILENCE);
            second.frame(Voices.SILENCE, Voices.SILENCE);
        }
        first.ended();
        second.ended();
        recorder.close(PATIENTLY);
        assertThat(events)
                .filteredOn(RecordingSealed.class::isInstance)
                .extracting(RecordingEvent::call)
                .containsExactlyInAnyOrder(Bench.CALL, other);
        assertThat(bench.vault.chain().walk(link -> {})).isEmpty();
    }

    @Test
    void a_desk_that_closes_in_mid_call_seals_what_there_is() throws IOException {
        CallTap tap = recorder.tap(Bench.CALL);
        for (int i = 0; i < 50; i++) tap.frame(Voices.SILENCE, Voices.SILENCE);
        recorder.close(PATIENTLY);
        assertThat(bench.check().verify(file())).isInstanceOf(CheckResult.SealedAndWhole.class);
    }

    @Test
    void sound_that_the_writer_could_not_take_is_silence_of_the_same_length() {
        var ring = new FrameRing(2);
        short[] loud = new short[Pcm.FRAME];
        java.util.Arrays.fill(loud, (short) 1000);
        for (int i = 0; i < 5; i++) ring.offer(loud, loud);
        var ticks = new ArrayList<Long>();
        for (long t = ring.take(new short[Pcm.FRAME], new short[Pcm.FRAME]);
                t >= 0;
                t = ring.take(new short[Pcm.FRAME], new short[Pcm.FRAME])) ticks.add(t);
        ring.offer(loud, loud);
        ticks.add(ring.take(new short[Pcm.FRAME], new short[Pcm.FRAME]));
        assertThat(ticks).containsExactly(0L, 1L, 5L);
        assertThat(ring.dropped()).isEqualTo(3);
    }
}
