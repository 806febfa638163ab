package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contact.Contact;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.TestEngine;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.recording.PersonalLibrary;
import amends.recording.RecordingLibrary;
import amends.recovery.jdbc.JdbcFailures;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's PostgreSQL, set up as its owner does, and a desk that comes to it with its agent's own login alone. */
class PersonalLoginTest {
    @TempDir
    Path folder;

    private final DatabaseAddress address = TestEngine.newOwnedDatabase();

    private void staffAdd(String login) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("owner.yaml"),
                "database: {url: \"%s\", user: %s, password: %s}"
                        .formatted(address.url(), address.user(), address.password()));
        Path password = Files.writeString(folder.resolve("password"), FirstStart.PASSWORD);
        assertThat(Main.run(
                        "db",
                        "staff-add",
                        login,
                        "--name",
                        "Agent " + login,
                        "--extension",
                        login,
                        "--password-file",
                        password.toString(),
                        "--config",
                        settings.toString(),
                        "--home",
                        folder.resolve("owner").toString()))
                .isZero();
    }

    private Seat seat(EmbeddedPbx pbx, String login) throws Exception {
        return new Seat(folder, pbx, login, "database: {url: \"%s\", user: \"\"}".formatted(address.url()));
    }

    private static PersonalLibrary library(Seat seat) {
        return new PersonalLibrary(
                seat.desk.member,
                seat.vault.recordings(),
                seat.vault.library(),
                seat.store.audit(),
                seat.store.database(),
                Timekeeper.system(),
                seat.store.keys());
    }

    @Test
    void a_call_is_taken_written_up_and_heard_again_with_a_login_that_can_list_nothing() throws Exception {
        staffAdd("1001");
        staffAdd("1002");
        try (var network = new SimulatedNetwork(Timekeeper.system());
                var pbx = EmbeddedPbx.start(
                        PbxConfig.onLoopback(
                                List.of(
                                        new Extension("1001", "pw-1001", "Agent 1001"),
                                        new Extension("1002", "pw-1002", "Agent 1002")),
                                List.of(CallQueue.of("support", "800")),
                                List.of(new ManagerUser("cti", "amends-cti"))),
                        Timekeeper.system());
                Database owner = TestEngine.open(address)) {
            DemoPeople.store(new JdbcCustomers(owner), new JdbcFailures(owner), owner, Timekeeper.system());
            try (var seat = seat(pbx, "1001").ready();
                    var other = seat(pbx, "1002")) {
                var exchange = new InetSocketAddress(Office.HOST, pbx.sipPort());
                var customer = new SimulatedCustomer(network, exchange, Persona.WANG)
                        .call("support", CallPlan.whenTold(), CallSteps.UNHEARD);
                CallId call = seat.answersCall();
                Seat.until("the profile", () -> seat.stage.pop(call).orElse(null) instanceof PopState.Known);
                assertThat(save(seat, call)).isEqualTo(ScreenPop.Saved.KEPT);
                customer.hangUp();
                Seat.until("the end of the call", () -> seat.stage.is(call, ConnectionState.NULL));
                seat.stage.onLoop(() -> seat.desk.contacts.finish(call, new WrapUp(Disposition.SOLVED, "written up")));
                Seat.until("the contact", () -> seat.stage.closed(call));

                Contact contact = seat.store.contacts().latest(5).getFirst();
                assertThat(contact.state()).isEqualTo(Contact.State.CLOSED);
                assertThat(contact.customer()).isPresent();
                assertThat(new JdbcAuditTrail(owner).about(contact.customer().orElseThrow(), 9))
                        .extracting(entry -> entry.act().name())
                        .contains("LOOK_AT_CUSTOMER", "CHANGE_CUSTOMER");
                heardAgainByItsAgentAlone(seat, other, contact.recording().orElseThrow());
                assertThat(other.store.contacts().latest(5)).isEmpty();
            }
        }
        assertThat(Files.exists(folder.resolve("seat-1001/keys/vault-private.json")))
                .isFalse();
    }

    private static void heardAgainByItsAgentAlone(Seat seat, Seat other, UUID recording) throws Exception {
        Seat.until(
                "the sealed recording",
                () -> seat.vault.recordings().byId(recording).stream()
                        .anyMatch(r -> r.state() == amends.recording.Recording.State.SEALED));
        assertThat(library(seat).open(recording).customer()).isNotEmpty();
        assertThatThrownBy(() -> library(other).open(recording)).isInstanceOf(RecordingLibrary.CannotOpen.class);
    }

    private static ScreenPop.Saved save(Seat seat, CallId call) throws Exception {
        var saved = new AtomicReference<ScreenPop.Saved>();
        var filled = new ScreenPop.Filled("王建国", Tier.GOLD, "上海", "with his own login", Optional.empty());
        seat.stage.onLoop(() -> seat.desk.pop.save(call, filled, saved::set));
        Seat.until("an answer to the save", () -> saved.get() != null);
        return saved.get();
    }
}
