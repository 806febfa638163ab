package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Timekeeper;
import amends.law.Needs;
import amends.law.Undisturbed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's sipp calls the queue of {@code amends pbx}; {@code amends desk} answers by itself and records. */
@Undisturbed
class SippCallerIT {
    @TempDir
    Path folder;

    @Test
    void a_sipp_callers_words_are_on_the_left_the_agents_on_the_right_sealed_and_whole() throws Exception {
        Needs.program("sipp", "sip-tester");
        Sound customer = Sound.customer();
        Path agent = Sound.agent().writeWav(folder.resolve("agent.wav"));
        Path heard = folder.resolve("heard.wav");
        try (var office = new Office(folder).withPbx("")) {
            var desk = office.readyDesk(
                    "1001",
                    office.settings("1001", "support"),
                    "--audio-in",
                    agent.toString(),
                    "--audio-out",
                    heard.toString(),
                    "--calls",
                    "1");
            try (var sipp =
                    SippCustomer.calls(folder, "caller-who-hangs-up.xml", "support", office.sipPort(), customer)) {
                desk.awaitLine("rings, from \\+8613800138000");
                desk.awaitLine("answered");
                desk.awaitLine("over: REMOTE_HANGUP");
                assertThat(sipp.exitCode(Duration.ofSeconds(20)))
                        .as(sipp::output)
                        .isZero();
            }
            assertThat(desk.exitCode(Duration.ofSeconds(30))).as(desk::output).isZero();
            checkRecording(office, customer, heard);
            checkContact(office);
        }
    }

    private void checkRecording(Office office, Sound customer, Path heard) throws Exception {
        Path recording = office.recordings("1001").getFirst();
        try (var verify = office.ran("1001", "recording", "verify", recording.toString())) {
            assertThat(verify.exitCode(Program.SOON)).as(verify::output).isZero();
            assertThat(verify.output()).contains("sealed and whole");
        }
        Path wav = folder.resolve("recording.wav");
        try (var export = office.ran("1001", "recording", "export", recording.toString(), "--wav", wav.toString())) {
            assertThat(export.exitCode(Program.SOON)).as(export::output).isZero();
        }
        Sound left = Sound.wav(wav, 0);
        assertThat(left.seconds()).isGreaterThan(12);
        new RecordedTalk(left, Sound.wav(wav, 1)).assertHolds(customer, Sound.agent());
        Sound ear = Sound.wav(heard, 0);
        assertThat(ear.fitIn(customer.times(4)).correlation())
                .as("what the agent heard")
                .isGreaterThan(0.9);
    }

    private static void checkContact(Office office) {
        Contact contact = office.stored(
                "1001",
                database -> new JdbcContacts(database, Timekeeper.system(), "a reader")
                        .latest(1)
                        .getFirst());
        assertThat(contact.state()).isEqualTo(Contact.State.CLOSED);
        assertThat(contact.queue()).isEqualTo("support");
        assertThat(contact.number()).isEqualTo("+8613800138000");
        assertThat(contact.recording()).isPresent();
        assertThat(contact.waited()).isLessThan(Duration.ofSeconds(10));
    }
}
