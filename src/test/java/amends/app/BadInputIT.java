package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.CuttableWire;
import amends.kernel.jdbc.TestEngine;
import amends.law.BesideWhatWaits;
import amends.staff.jdbc.JdbcStaff;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the programs: each is a clear line, and the desk goes on when the cause goes away. */
@BesideWhatWaits
class BadInputIT {
    private static final Duration SLOW_RETRY = Duration.ofSeconds(75);

    @TempDir
    Path folder;

    @Test
    void a_mistake_in_the_settings_is_told_with_file_line_and_what_was_probably_meant() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "language: en\nsip:\n  sever: 10.0.0.1\n");
        try (var desk = Program.amends("desk", "--no-window", "--config", file.toString(), "--home", home())) {
            assertThat(desk.exitCode(Program.SOON)).as(desk::output).isEqualTo(Exit.BAD_CONFIGURATION);
            assertThat(desk.output()).contains("bad.yaml:3", "sever", "server").doesNotContain("\tat ");
        }
    }

    @Test
    void a_file_that_is_no_yaml_is_told_with_its_line() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "sip-port: 5060\nqueues: [\n  - name: }\n");
        try (var pbx = Program.amends("pbx", "--config", file.toString(), "--home", home())) {
            assertThat(pbx.exitCode(Program.SOON)).as(pbx::output).isEqualTo(Exit.BAD_CONFIGURATION);
            assertThat(pbx.output()).containsPattern("broken\\.yaml:\\d").doesNotContain("\tat ");
        }
    }

    @Test
    void a_port_that_another_program_has_is_named() throws Exception {
        var here = new InetSocketAddress(InetAddress.getByName(Office.HOST), 0);
        try (var taken = new DatagramSocket(here);
                var pbx = Program.amends(
                        "pbx", "--sip-port", "" + taken.getLocalPort(), "--manager-port", "0", "--home", home())) {
            assertThat(pbx.exitCode(Program.SOON)).as(pbx::output).isEqualTo(Exit.UNAVAILABLE);
            assertThat(pbx.output())
                    .contains("port " + taken.getLocalPort() + " for SIP is in use by another program")
                    .doesNotContain("\tat ");
        }
        try (var taken = new ServerSocket(0, 1, here.getAddress());
                var pbx = Program.amends(
                        "pbx", "--sip-port", "0", "--manager-port", "" + taken.getLocalPort(), "--home", home())) {
            assertThat(pbx.exitCode(Program.SOON)).as(pbx::output).isEqualTo(Exit.UNAVAILABLE);
            assertThat(pbx.output()).contains("port " + taken.getLocalPort()).doesNotContain("\tat ");
        }
    }

    @Test
    void a_pbx_that_is_away_or_refuses_the_password_is_told_and_found_again_when_it_is_mended() throws Exception {
        try (var office = new Office(folder).withPbx("")) {
            String settings = office.settings("1001", "support");
            office.pbx().close();
            var desk = office.desk("1001", settings);
            // A registration that nobody answers is given up after 32 s (RFC 3261, timer F).
            desk.awaitLine("the PBX cannot be reached \\(.*next attempt", SLOW_RETRY);
            desk.awaitAll("the distributor is away");

            office.restartPbx("""
                    extensions: [{name: "1001", password: another-one}]
                    """);
            desk.awaitLine("the server does not accept the password", SLOW_RETRY);

            office.restartPbx("");
            desk.awaitLine("registered at the PBX", SLOW_RETRY);
            assertThat(desk.isAlive()).isTrue();
        }
    }

    @Test
    void a_database_that_is_away_at_the_start_is_waited_for() throws Exception {
        var direct = TestEngine.POSTGRESQL.newDatabase(folder);
        try (var database = TestEngine.open(direct)) {
            FirstStart.people(new JdbcStaff(database), database);
        }
        try (var wire = new CuttableWire(TestEngine.serverPort());
                var office = new Office(folder).withPbx("")) {
            wire.cut();
            String url = direct.url().replace(":" + TestEngine.serverPort() + "/", ":" + wire.port() + "/");
            var desk = office.desk(
                    "1001",
                    office.settings("1001", "support").replace("login: \"1001\"", "login: \"1001\", password: amends")
                            + "database: {url: \"%s\", user: %s, password: %s}%n"
                                    .formatted(url, direct.user(), direct.password()));
            desk.awaitLine("the database does not answer yet");
            wire.mend();
            desk.awaitLine("signed in as", SLOW_RETRY);
            desk.awaitLine("^ready");
        }
    }

    @Test
    void a_callers_name_with_markup_line_ends_or_ten_thousand_characters_stays_one_plain_line() throws Exception {
        List<String> names = List.of(
                "\"<html><img src='http://127.0.0.1:9/x'><b>Bank</b>\"",
                "\"Bank\r\n ERROR forged line\u001b[31m\"",
                "\"" + "A".repeat(10_000) + "\"");
        try (var office = new Office(folder).withPbx("recording-announcement: false\n")) {
            var desk = office.readyDesk("1001", office.settings("1001", "support"), "--calls", "" + names.size());
            for (int i = 0; i < names.size(); i++) {
                String number = "+861380013900" + i;
                try (var caller =
                        new RawCaller(office.sipPort(), "support", names.get(i) + " <sip:" + number + "@127.0.0.1>")) {
                    caller.calls();
                    desk.awaitLine("rings, from \\" + number + "$");
                    desk.awaitLine("answered");
                    caller.hangsUp();
                    desk.awaitLine("contact .* stored");
                }
            }
            assertThat(desk.exitCode(Duration.ofSeconds(30))).as(desk::output).isZero();
            assertThat(desk.lines()).allMatch(line -> line.length() < 300 && !line.contains("\u001b"));
            assertPlain(office.home("1001").resolve("logs/amends.log"));
            assertPlain(folder.resolve("pbx/logs/amends.log"));
            List<Contact> contacts = office.stored(
                    "1001", database -> new JdbcContacts(database, Timekeeper.system(), "a reader").latest(9));
            assertThat(contacts).hasSize(names.size()).allMatch(c -> c.state() == Contact.State.CLOSED);
        }
    }

    private static void assertPlain(Path log) throws Exception {
        assertThat(Files.readAllLines(log))
                .allMatch(line -> line.matches("\\d{4}-\\d{2}-\\d{2} .*"), "begins with its time")
                .allMatch(line -> line.length() < 1000 && !line.contains("\u001b"), "is short and plain");
    }

    private String home() {
        return folder.resolve("home").toString();
    }
}
