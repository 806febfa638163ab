package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.law.Undisturbed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** baresip calls the queue of {@code amends pbx}; {@code amends desk} answers by itself and records. */
@Undisturbed
class BaresipCallerIT {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "over {0}")
    @ValueSource(strings = {"udp", "tcp"})
    void a_baresip_callers_words_are_on_the_left_the_agents_on_the_right(String transport) throws Exception {
        Needs.program("baresip", "baresip-core");
        Sound customer = Sound.customer();
        Path agent = Sound.agent().writeWav(folder.resolve("agent.wav"));
        try (var office = new Office(folder).withPbx("")) {
            var desk = office.readyDesk(
                    "1001", office.settings("1001", "support"), "--audio-in", agent.toString(), "--calls", "1");
            try (var baresip = BaresipCustomer.calls(
                    folder.resolve("baresip"),
                    "support",
                    office.sipPort(),
                    transport,
                    customer.times(5),
                    Duration.ofSeconds(19))) {
                desk.awaitLine("rings, from \\+861055500123");
                desk.awaitLine("answered");
                desk.awaitLine("over: REMOTE_HANGUP");
                assertThat(baresip.exitCode(Duration.ofSeconds(20)))
                        .as(baresip::output)
                        .isNotNegative();
            }
            assertThat(desk.exitCode(Duration.ofSeconds(30))).as(desk::output).isZero();
            Path recording = office.recordings("1001").getFirst();
            assertThat(Main.run(
                            "recording",
                            "verify",
                            recording.toString(),
                            "--home",
                            office.home("1001").toString()))
                    .isZero();
            RecordedTalk.of(office, "1001", recording).assertHolds(customer, Sound.agent());
        }
    }
}
