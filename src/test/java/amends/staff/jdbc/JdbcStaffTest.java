package amends.staff.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.kernel.StoreRefused;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.staff.AuditEntry;
import amends.staff.PasswordHash;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.SignInAttempts.Tally;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcStaffTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00.000001Z");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final StaffMember member =
            new StaffMember(Ids.next(), "limin", "李敏", "1001", Set.of(Role.AGENT, Role.LEAD));
    private Database database;
    private JdbcStaff staff;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        staff = new JdbcStaff(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_member_is_found_by_login_in_any_case() {
        staff.save(member);

        assertThat(staff.byLogin("LiMin")).contains(member);
        assertThat(staff.byId(member.id())).contains(member);
        assertThat(staff.all()).containsExactly(member);
    }

    @Test
    void a_member_without_password_has_none() {
        staff.save(member);

        assertThat(staff.passwordOf(member.id())).isEmpty();
    }

    @Test
    void a_changed_member_keeps_the_password() {
        var hash = new PasswordHash(600_000, "c2FsdA==", "aGFzaA==");
        staff.save(member, hash);
        staff.save(new StaffMember(member.id(), "limin", "李敏", "1002", Set.of()));

        assertThat(staff.passwordOf(member.id())).contains(hash);
        assertThat(staff.byId(member.id()).orElseThrow().extension()).isEqualTo("1002");
    }

    @Test
    void a_login_belongs_to_one_member() {
        staff.save(member);

        var other = new StaffMember(Ids.next(), "limin", "other", "1002", Set.of());
        assertThatThrownBy(() -> staff.save(other)).isInstanceOf(StoreRefused.class);
    }

    @Test
    void failed_sign_ins_are_counted_until_cleared() {
        var attempts = new JdbcSignInAttempts(database);
        attempts.count("limin", NOW);
        attempts.count("limin", NOW.plusSeconds(1));
        assertThat(attempts.of("limin")).isEqualTo(new Tally(2, NOW.plusSeconds(1)));

        attempts.clear("limin");
        assertThat(attempts.of("limin").failures()).isZero();
    }

    @Test
    void old_failures_are_forgotten() {
        var attempts = new JdbcSignInAttempts(database);
        attempts.count("limin", NOW);
        attempts.forget(NOW.plusSeconds(1));

        assertThat(attempts.of("limin").failures()).isZero();
    }

    @Test
    void the_audit_trail_tells_who_did_what_to_whom_when_and_why() {
        var trail = new JdbcAuditTrail(database);
        UUID customer = Ids.next();
        var look = AuditEntry.of(NOW, member, Permission.LOOK_AT_CUSTOMER, customer, "call 1@desk");
        var change = AuditEntry.of(NOW.plusSeconds(9), member, Permission.CHANGE_CUSTOMER, customer, "call 1@desk");
        trail.add(look);
        trail.add(change);
        trail.add(look);
        trail.add(AuditEntry.of(NOW, member, Permission.SIGN_IN, member.id(), ""));

        assertThat(trail.about(customer, 10)).containsExactly(change, look);
        assertThat(trail.latest(1)).containsExactly(change);
    }
}
