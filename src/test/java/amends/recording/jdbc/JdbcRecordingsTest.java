package amends.recording.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recording.Recording;
import amends.recording.Recording.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcRecordingsTest {
    private static final Instant BEGAN = Instant.parse("2026-01-05T01:00:00.123456Z");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final UUID agent = Ids.next();
    private Database database;
    private JdbcRecordings recordings;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        recordings = new JdbcRecordings(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Recording running(Instant began) {
        var id = Ids.next();
        return new Recording(
                id,
                "call@desk",
                agent,
                id + ".ogg.sealed",
                began,
                Optional.empty(),
                Duration.ZERO,
                false,
                State.RUNNING);
    }

    private static Recording sealed(Recording running) {
        return new Recording(
                running.id(),
                running.call(),
                running.agent(),
                running.file(),
                running.began(),
                Optional.of(running.began().plusSeconds(61)),
                Duration.ofMillis(60_980),
                true,
                State.SEALED);
    }

    private Recording saved(Recording recording) {
        recordings.save(recording);
        return recording;
    }

    @Test
    void what_was_saved_comes_back_by_its_id() {
        var recording = saved(sealed(running(BEGAN)));
        assertThat(recordings.byId(recording.id())).contains(recording);
    }

    @Test
    void what_was_saved_comes_back_by_its_file() {
        var recording = saved(running(BEGAN));
        assertThat(recordings.byFile(recording.file())).contains(recording);
    }

    @Test
    void saving_again_changes_the_row() {
        var running = saved(running(BEGAN));
        var sealed = saved(sealed(running));
        assertThat(recordings.latest(10)).containsExactly(sealed);
    }

    @Test
    void the_latest_come_first_and_no_more_than_asked() {
        saved(running(BEGAN));
        var second = saved(running(BEGAN.plusSeconds(1)));
        var third = saved(running(BEGAN.plusSeconds(2)));
        assertThat(recordings.latest(2)).containsExactly(third, second);
        assertThat(recordings.ofAgent(agent, 2)).containsExactly(third, second);
        assertThat(recordings.ofAgent(Ids.next(), 2)).isEmpty();
    }

    @Test
    void only_this_agents_running_ones_count_as_left_running() {
        var left = saved(running(BEGAN));
        saved(sealed(running(BEGAN)));
        assertThat(recordings.leftRunning(agent)).containsExactly(left);
        assertThat(recordings.leftRunning(Ids.next())).isEmpty();
    }

    @Test
    void what_was_erased_is_forgotten() {
        var recording = saved(running(BEGAN));
        recordings.delete(recording.id());
        assertThat(recordings.byId(recording.id())).isEmpty();
    }

    @Test
    void a_call_id_of_any_length_is_kept_as_far_as_it_goes() {
        var id = Ids.next();
        var endless = "x".repeat(5000);
        recordings.save(new Recording(
                id, endless, agent, id.toString(), BEGAN, Optional.empty(), Duration.ZERO, false, State.RUNNING));
        assertThat(recordings.byId(id).orElseThrow().call()).hasSize(1000);
    }
}
