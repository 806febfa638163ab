package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.ContactKeeping.ContactEvent.ContactClosed;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState.Known;
import amends.customer.PopState.Unavailable;
import amends.customer.PopState.Unknown;
import amends.customer.ScreenPop.Filled;
import amends.customer.ScreenPop.Saved;
import amends.kernel.Ids;
import amends.kernel.jdbc.CuttableWire;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.Eventually;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole desks, but for the phone and the screen, on one PostgreSQL. */
class DesksOnOneDatabaseTest {
    private static final String NUMBER = "13800138000";

    @TempDir
    Path folder;

    private static StaffMember agent(String login) {
        return new StaffMember(Ids.next(), login, login, "1001", Set.of(Role.AGENT));
    }

    private static Filled filled(String name) {
        return new Filled(name, Tier.GOLD, "", "", Optional.empty());
    }

    private static CallId talk(DeskStack desk, String call) {
        CallId id = desk.onLoop(() -> desk.phone.rings(call, NUMBER));
        desk.onLoop(() -> desk.phone.isAnswered(id));
        return id;
    }

    private static void writeUp(DeskStack desk, CallId call) {
        desk.onLoop(() -> desk.phone.ends(call, ClearCause.REMOTE_HANGUP));
        desk.onLoop(() -> desk.keeping.finish(call, new WrapUp(Disposition.SOLVED, "note of " + call)));
    }

    @Test
    void what_one_desk_fills_in_the_other_desk_s_screen_shows() {
        DatabaseAddress address = TestEngine.POSTGRESQL.newDatabase(folder);
        try (var first = new DeskStack(address, "one", agent("one"));
                var second = new DeskStack(address, "two", agent("two"))) {
            first.database.awaitAvailable(Duration.ofSeconds(60));
            second.database.awaitAvailable(Duration.ofSeconds(60));
            CallId call = talk(first, "call 1");
            var saved = new CopyOnWriteArrayList<Saved>();
            Eventually.holds(() -> assertThat(first.pops).hasSize(2));
            first.onLoop(() -> first.pop.save(call, filled("王建国"), saved::add));
            Eventually.holds(() -> assertThat(saved).containsExactly(Saved.KEPT));
            writeUp(first, call);
            Eventually.holds(() -> assertThat(first.events).anyMatch(ContactClosed.class::isInstance));

            talk(second, "call 2");
            Eventually.holds(() -> assertThat(second.pops.getLast())
                    .isInstanceOfSatisfying(
                            Known.class,
                            known -> assertThat(known.profile().name()).isEqualTo("王建国")));
            assertThat(second.contacts.ofCustomer(
                            ((Known) second.pops.getLast()).profile().id(), 10))
                    .extracting(Contact::call)
                    .contains("call 1");
        }
    }

    @Test
    void two_desks_that_fill_in_the_same_unknown_caller_keep_one_customer() {
        DatabaseAddress address = TestEngine.POSTGRESQL.newDatabase(folder);
        try (var first = new DeskStack(address, "one", agent("one"));
                var second = new DeskStack(address, "two", agent("two"))) {
            first.database.awaitAvailable(Duration.ofSeconds(60));
            second.database.awaitAvailable(Duration.ofSeconds(60));
            CallId a = talk(first, "call a");
            CallId b = talk(second, "call b");
            Eventually.holds(() -> assertThat(first.pops).hasSize(2));
            Eventually.holds(() -> assertThat(second.pops).hasSize(2));
            var saved = new CopyOnWriteArrayList<Saved>();
            first.onLoop(() -> first.pop.save(a, filled("one"), saved::add));
            second.onLoop(() -> second.pop.save(b, filled("two"), saved::add));

            Eventually.holds(() -> assertThat(saved).hasSize(2));
            assertThat(saved).containsExactlyInAnyOrder(Saved.KEPT, Saved.CHANGED_MEANWHILE);
            assertThat(first.pops.getLast()).isInstanceOf(Known.class);
            Eventually.holds(() -> assertThat(((Known) first.pops.getLast()).profile())
                    .isEqualTo(((Known) second.pops.getLast()).profile()));
        }
    }

    @Test
    void a_database_that_dies_in_the_call_and_comes_back_has_everything_afterwards() {
        DatabaseAddress direct = TestEngine.POSTGRESQL.newDatabase(folder);
        try (var wire = new CuttableWire(TestEngine.serverPort());
                var desk = new DeskStack(through(wire, direct), "one", agent("one"))) {
            assertThat(desk.database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            CallId before = talk(desk, "begun before");
            wire.cut();
            writeUp(desk, before);
            for (int i = 0; i < 4; i++) writeUp(desk, talk(desk, "during " + i));
            CallId lasting = talk(desk, "lasting");
            Eventually.holds(() -> assertThat(desk.pops).anyMatch(Unavailable.class::isInstance));
            assertThat(desk.events).noneMatch(ContactClosed.class::isInstance);

            wire.mend();
            Eventually.holds(() -> assertThat(desk.pop(lasting)).containsInstanceOf(Unknown.class));
            writeUp(desk, lasting);
            Eventually.holds(() -> assertThat(desk.events)
                    .filteredOn(ContactClosed.class::isInstance)
                    .hasSize(6));
            List<Contact> rows = desk.contacts.latest(100);
            assertThat(rows).hasSize(6).allSatisfy(row -> {
                assertThat(row.state()).isEqualTo(Contact.State.CLOSED);
                assertThat(row.wrapUp().orElseThrow().note()).isEqualTo("note of " + row.call());
            });
            assertThat(desk.thrown).isEmpty();
        }
    }

    @Test
    void a_desk_that_starts_without_its_database_takes_calls_and_stores_them_later() {
        DatabaseAddress direct = TestEngine.POSTGRESQL.newDatabase(folder);
        try (var wire = new CuttableWire(TestEngine.serverPort())) {
            wire.cut();
            try (var desk = new DeskStack(through(wire, direct), "one", agent("one"))) {
                writeUp(desk, talk(desk, "early"));
                wire.mend();

                Eventually.holds(() -> assertThat(desk.events).anyMatch(ContactClosed.class::isInstance));
                assertThat(desk.contacts.latest(9)).hasSize(1);
            }
        }
    }

    private static DatabaseAddress through(CuttableWire wire, DatabaseAddress direct) {
        return new DatabaseAddress(
                direct.url().replace(":" + TestEngine.serverPort() + "/", ":" + wire.port() + "/"),
                direct.user(),
                direct.password());
    }
}
