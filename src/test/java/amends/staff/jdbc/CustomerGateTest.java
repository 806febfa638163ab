package amends.staff.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerGate;
import amends.customer.CustomerGate.Look;
import amends.customer.CustomerGate.TooManyLooks;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers.ChangedMeanwhile;
import amends.customer.LoggingCustomerGate;
import amends.customer.jdbc.JdbcCustomerGate;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.LoginRoles;
import amends.kernel.jdbc.TestEngine;
import amends.law.BesideOthers;
import amends.staff.AuditEntry;
import amends.staff.Nobody;
import amends.staff.PasswordHash;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same gate in code and in the database. */
@BesideOthers
@ParameterizedClass
@EnumSource(CustomerGateTest.Kept.class)
@Order(1) // It is long, and begins with the first.
class CustomerGateTest {
    enum Kept {
        IN_CODE_ON_H2,
        IN_CODE_ON_POSTGRESQL,
        BY_THE_DATABASE
    }

    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private static final PhoneNumber HOME = new PhoneNumber("+862150001234");

    @Parameter
    Kept kept;

    @TempDir
    Path folder;

    private final StaffMember agent = new StaffMember(Ids.next(), "1001", "李敏", "1001", Set.of(Role.AGENT));
    private final StaffMember inspector = new StaffMember(Ids.next(), "1004", "周婷", "1004", Set.of(Role.INSPECTOR));
    private Database owner;
    private Database agents;
    private Database inspectors;
    private JdbcAuditTrail trail;

    @BeforeEach
    void open() {
        var address = kept == Kept.IN_CODE_ON_H2
                ? TestEngine.H2.newDatabase(folder)
                : TestEngine.POSTGRESQL.newDatabase(folder);
        owner = TestEngine.open(address);
        trail = new JdbcAuditTrail(owner);
        for (StaffMember each : List.of(agent, inspector))
            new JdbcStaff(owner).save(each, new PasswordHash(1, "c2FsdA==", "aGFzaA=="));
        if (kept != Kept.BY_THE_DATABASE) {
            agents = owner;
            inspectors = owner;
            return;
        }
        new LoginRoles(owner).give("1001", List.of("agent"), "pw".toCharArray());
        new LoginRoles(owner).give("1004", List.of("inspector"), "pw".toCharArray());
        agents = TestEngine.open(address.as("1001", "pw"));
        inspectors = TestEngine.open(address.as("1004", "pw"));
    }

    @AfterEach
    void close() {
        agents.close();
        inspectors.close();
        owner.close();
    }

    private CustomerGate gate(Database database) {
        if (kept == Kept.BY_THE_DATABASE) return new JdbcCustomerGate(database);
        return new LoggingCustomerGate(
                new JdbcCustomers(database),
                new JdbcAuditTrail(database),
                database,
                new Nobody(new HouseSecret(database)),
                Timekeeper.system());
    }

    private static CustomerProfile profile(String name, PhoneNumber... numbers) {
        return new CustomerProfile(
                Ids.next(), name, List.of(numbers), Tier.GOLD, "上海", Optional.empty(), "two\nlines", 0);
    }

    private Look look() {
        return Look.of(agent, "call 7");
    }

    @Test
    void a_look_shows_one_customer_and_is_in_the_trail() {
        CustomerProfile wang = new JdbcCustomers(owner).save(profile("王建国", HOME, MOBILE));

        assertThat(gate(agents).byNumber(MOBILE, look())).contains(wang);
        assertThat(trail.about(wang.id(), 9)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(agent.id());
            assertThat(entry.act()).isEqualTo(Permission.LOOK_AT_CUSTOMER);
            assertThat(entry.why()).isEqualTo("call 7");
        });
    }

    @Test
    void a_look_that_finds_nobody_is_in_the_trail_too() {
        assertThat(gate(agents).byNumber(MOBILE, look())).isEmpty();
        assertThat(trail.latest(9))
                .extracting(AuditEntry::whom)
                .containsExactly(new Nobody(new HouseSecret(owner)).of(MOBILE.e164()))
                .doesNotContain(new Nobody(() -> "another house's").of(MOBILE.e164()));
    }

    @Test
    void a_look_that_is_tried_again_is_one() {
        CustomerProfile wang = new JdbcCustomers(owner).save(profile("王建国", MOBILE));
        Look once = look();

        assertThat(gate(agents).byNumber(MOBILE, once)).contains(wang);
        assertThat(gate(agents).byId(wang.id(), once)).contains(wang);
        assertThat(trail.latest(9)).hasSize(1);
    }

    @Test
    void what_is_changed_is_kept_and_in_the_trail() {
        CustomerGate gate = gate(agents);
        CustomerProfile first = gate.save(profile("a", MOBILE), look());
        CustomerProfile second = gate.save(
                new CustomerProfile(
                        first.id(), "b", List.of(HOME, MOBILE), Tier.VIP, "", Optional.empty(), "", first.version()),
                look());

        assertThat(second.version()).isEqualTo(2);
        assertThat(gate.byNumber(HOME, look())).contains(second);
        assertThat(trail.about(first.id(), 9))
                .extracting(AuditEntry::act)
                .containsExactly(Permission.LOOK_AT_CUSTOMER, Permission.CHANGE_CUSTOMER, Permission.CHANGE_CUSTOMER);
    }

    @Test
    void an_older_version_and_another_s_number_change_nothing() {
        CustomerGate gate = gate(agents);
        CustomerProfile first = gate.save(profile("a", MOBILE), look());
        gate.save(first, look());

        assertThatThrownBy(() -> gate.save(first, look())).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> gate.save(profile("b", MOBILE), look())).isInstanceOf(ChangedMeanwhile.class);
        assertThat(gate.byNumber(MOBILE, look()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void who_is_not_given_it_sees_nobody() {
        CustomerProfile wang = new JdbcCustomers(owner).save(profile("王建国", MOBILE));

        Look look = Look.of(inspector, "curious");
        assertThatThrownBy(() -> gate(inspectors).byNumber(MOBILE, look)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> gate(inspectors).byId(wang.id(), look)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> gate(inspectors).save(wang, look)).isInstanceOf(RuntimeException.class);
        assertThat(trail.about(wang.id(), 9)).isEmpty();
    }

    @Test
    void the_sixty_first_look_of_a_minute_is_refused() {
        CustomerGate gate = gate(agents);
        for (int i = 0; i < 60; i++) gate.byNumber(MOBILE, look());

        assertThatThrownBy(() -> gate.byNumber(MOBILE, look())).isInstanceOf(TooManyLooks.class);
        assertThat(trail.latest(99)).hasSize(60);
    }
}
