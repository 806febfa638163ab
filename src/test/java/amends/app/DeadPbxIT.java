package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Timekeeper;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import amends.telephony.ClearCause;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PBX that is ended by {@code kill -9} while a desk without a window talks, and comes back. It takes half a minute of
 * waiting; what is waited for, {@code SignOfLifeTest} shows without.
 */
@EnabledIfSystemProperty(named = "amends.dead-pbx", matches = "true", disabledReason = "-Damends.dead-pbx=true runs it")
class DeadPbxIT {
    private static final String PBX = "recording-announcement: false\n";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void the_desk_says_so_ends_the_call_keeps_it_and_is_ready_again_by_itself() throws Exception {
        try (var office = new Office(folder).withPbx(PBX);
                var network = new SimulatedNetwork(Timekeeper.system());
                var desk = office.readyDesk("1001", office.settings("1001", "support"))) {
            var address = new InetSocketAddress(Office.HOST, office.sipPort());
            new SimulatedCustomer(network, address, Persona.CHEN)
                    .call("support", CallPlan.whenTold(), CallSteps.UNHEARD)
                    .say("chen-opening");
            desk.awaitLine("answered");
            long killed = office.pbx().kill();
            long said = desk.awaitLine("^the PBX cannot be reached").at();
            assertThat(Duration.ofNanos(said - killed)).isLessThan(Duration.ofSeconds(20));
            List<String> before = desk.lines();
            office.restartPbx(PBX);

            desk.awaitLine("over: UNREACHABLE");
            desk.awaitLine("^contact .* stored, recording [0-9a-f-]{36}");
            for (String back : List.of("registered at the PBX as 1001", "the distributor is linked", "ready"))
                Await.until(back + " again", Program.SOON, () -> count(desk.lines(), back) > count(before, back));
            desk.end();
            Contact kept = office.stored(
                    "1001",
                    database -> new JdbcContacts(database, Timekeeper.system(), "a reader")
                            .latest(1)
                            .getFirst());
            assertThat(kept.state()).isEqualTo(Contact.State.CLOSED);
            assertThat(kept.cause()).contains(ClearCause.UNREACHABLE);
            assertThat(kept.ended()).isPresent();
        }
    }

    private static long count(List<String> lines, String line) {
        return lines.stream().filter(line::equals).count();
    }
}
