package amends.kernel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.jdbc.JdbcContacts;
import amends.kernel.StoreAvailability.Problem;
import amends.kernel.StoreAvailability.Unavailable;
import amends.kernel.Timekeeper;
import amends.law.BesideWhatWaits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the H2 file acknowledged is there after kill -9. */
@BesideWhatWaits
class KilledDeskIT {
    @TempDir
    Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("amends");
    }

    private Process desk() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingDesk.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Reads what the desk acknowledged, kills it after so many rows, and reads what was still in the pipe. */
    private static List<UUID> acknowledgedUntilKilledAfter(Process desk, int rows) throws Exception {
        var acknowledged = new ArrayList<UUID>();
        try (var lines = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.matches("stored [0-9a-f-]{36}")) acknowledged.add(UUID.fromString(line.substring(7)));
                if (acknowledged.size() == rows) desk.toHandle().destroyForcibly();
            }
        }
        desk.waitFor();
        return acknowledged;
    }

    /** One file again and again, killed soon: H2 2.5.252 lost rows of earlier runs so, one file of three (decision 0283). */
    @Test
    void nothing_that_was_acknowledged_is_lost_however_often_its_desk_is_killed() throws Exception {
        var random = new Random(1);
        var acknowledged = new ArrayList<UUID>();
        for (int kill = 0; kill < 20; kill++)
            acknowledged.addAll(acknowledgedUntilKilledAfter(desk(), 1 + random.nextInt(12)));

        try (Database database = TestEngine.open(new DatabaseAddress(url(), "", ""))) {
            var contacts = new JdbcContacts(database, Timekeeper.system(), "desk");
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(20)
                    .allSatisfy(id -> assertThat(contacts.byId(id)).isPresent());
        }
    }

    @RepeatedTest(2)
    void nothing_that_was_acknowledged_is_lost() throws Exception {
        List<UUID> acknowledged = acknowledgedUntilKilledAfter(desk(), 300);

        try (Database database = TestEngine.open(new DatabaseAddress(url(), "", ""))) {
            var contacts = new JdbcContacts(database, Timekeeper.system(), "desk");
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(300).allSatisfy(id -> {
                assertThat(contacts.byId(id)).isPresent();
                assertThat(contacts.noteOf(id)).startsWith("note ");
            });
            assertThat(contacts.leftOpen(new UUID(1, 1))).hasSizeGreaterThanOrEqualTo(acknowledged.size());
        }
    }

    @Test
    void a_file_that_another_process_has_open_is_told_as_such_and_taken_when_it_ends() throws Exception {
        Process desk = desk();
        desk.getInputStream().read();
        try (Database database = Database.open(new DatabaseAddress(url(), "", ""), Timekeeper.system())) {
            Eventually.holds(() -> assertThat(database.availability())
                    .isInstanceOfSatisfying(
                            Unavailable.class, u -> assertThat(u.problem()).isEqualTo(Problem.IN_USE)));
            desk.destroyForcibly().waitFor();

            assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
        }
    }
}
