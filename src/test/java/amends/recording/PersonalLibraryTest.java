package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.TestEngine;
import amends.media.Pcm;
import amends.recording.RecordingLibrary.CannotOpen;
import amends.recording.RecordingLibrary.Obstacle;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalLibraryTest {
    private static final short[] VOICE = Arrays.copyOf(Voices.clip("wang-opening"), Pcm.RATE);

    @TempDir
    Path folder;

    private final UUID id = Ids.next();
    private Bench bench;
    private Database database;
    private JdbcAuditTrail audit;
    private Recording recording;
    private Path file;

    @BeforeEach
    void record() throws Exception {
        bench = new Bench(folder);
        file = bench.dead(id, VOICE, VOICE);
        recording = bench.survey().recover().getFirst();
        database = TestEngine.H2.open(folder);
        audit = new JdbcAuditTrail(database);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        database.close();
    }

    private PersonalLibrary of(UUID who, Role... roles) {
        return new PersonalLibrary(
                new StaffMember(who, "somebody", "Somebody", "1", Set.of(roles)),
                new RowsInMemory(List.of(recording)),
                new VaultLibrary(bench.vault, bench.sealing, bench.format),
                audit,
                database,
                new SettableTime());
    }

    private List<Permission> logged() {
        return audit.about(recording.id(), 9).stream().map(e -> e.act()).toList();
    }

    @Test
    void an_agent_lists_and_hears_their_own_and_it_is_logged() throws Exception {
        var own = of(recording.agent(), Role.AGENT);
        assertThat(own.latest(5)).containsExactly(recording);
        assertThat(own.open(recording.id()).customer()).isNotEmpty();
        assertThat(logged()).containsExactly(Permission.LISTEN_TO_OWN_RECORDING);
    }

    @Test
    void an_agent_neither_lists_nor_hears_anothers_and_the_attempt_is_logged() {
        var other = of(Ids.next(), Role.AGENT, Role.EXPERT);
        assertThat(other.latest(5)).isEmpty();
        assertThatThrownBy(() -> other.open(recording.id()))
                .isInstanceOfSatisfying(
                        CannotOpen.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.NOT_PERMITTED));
        assertThat(audit.about(recording.id(), 9).getFirst().why()).startsWith("refused");
    }

    @Test
    void an_inspector_hears_any_but_has_none_of_their_own_to_list() throws Exception {
        var inspector = of(Ids.next(), Role.INSPECTOR);
        assertThat(inspector.open(recording.id()).customer()).isNotEmpty();
        assertThat(logged()).containsExactly(Permission.LISTEN_TO_ANY_RECORDING);
        assertThatThrownBy(() -> inspector.latest(5)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void what_is_missing_or_damaged_is_said_as_such() throws Exception {
        var inspector = of(Ids.next(), Role.INSPECTOR);
        obstacle(inspector, Ids.next(), Obstacle.NO_SUCH_RECORDING);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});
        obstacle(inspector, recording.id(), Obstacle.DAMAGED);
        Files.write(file, whole);
        Files.delete(file);
        obstacle(inspector, recording.id(), Obstacle.FILE_MISSING);
    }

    private static void obstacle(PersonalLibrary library, UUID recording, Obstacle obstacle) {
        assertThatThrownBy(() -> library.open(recording))
                .isInstanceOfSatisfying(
                        CannotOpen.class, e -> assertThat(e.obstacle()).isEqualTo(obstacle));
    }
}
