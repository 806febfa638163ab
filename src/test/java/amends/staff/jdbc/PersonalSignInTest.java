package amends.staff.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.Eventually;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Permission;
import amends.staff.SignIn.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PersonalSignInTest {
    private static GatedHouse house;
    private final List<Database> opened = new ArrayList<>();

    @BeforeAll
    static void build() {
        house = new GatedHouse();
    }

    @AfterAll
    static void tearDown() throws Exception {
        house.close();
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    private PersonalSignIn signIn(Timekeeper time) {
        return new PersonalSignIn(house.address, time, opened::add);
    }

    @Test
    void the_right_password_opens_the_person_s_own_connection() {
        assertThat(signIn(Timekeeper.system()).signIn(" 1001 ".strip(), GatedHouse.PASSWORD.toCharArray()))
                .isEqualTo(new Result.Welcome(house.agent));
        assertThat(opened).hasSize(1);
        assertThat(house.truth("select act from audit where whom = ?", house.agent.id()))
                .containsExactly(Permission.SIGN_IN.name());
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_refused_alike() {
        var door = signIn(Timekeeper.system());
        assertThat(door.signIn("1002", "wrong".toCharArray())).isEqualTo(new Result.Refused());
        assertThat(door.signIn("nobody", "wrong".toCharArray())).isEqualTo(new Result.Refused());
        assertThat(door.signIn("a\"b:lead", "wrong".toCharArray())).isEqualTo(new Result.Refused());
        assertThat(opened).isEmpty();
    }

    @Test
    void after_five_wrong_passwords_the_next_must_wait() {
        var time = new SettableTime();
        var door = signIn(time);
        for (int i = 0; i < 5; i++) door.signIn("1002", "wrong".toCharArray());
        assertThat(door.signIn("1002", GatedHouse.PASSWORD.toCharArray())).isInstanceOf(Result.TooSoon.class);
        assertThat(opened).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_said() {
        var nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/amends", "", "");
        assertThat(new PersonalSignIn(nowhere, Timekeeper.system(), opened::add).signIn("1001", new char[] {'x'}))
                .isEqualTo(new Result.Unavailable());
    }

    @Test
    void tables_of_another_version_are_said_and_not_changed() {
        var older = new GatedHouse();
        older.owner.handle(h -> h.execute("delete from flyway_schema_history where version = '020'"));
        try (Database database = Database.open(older.address.as("1001", GatedHouse.PASSWORD), Timekeeper.system())) {
            Eventually.holds(() -> assertThat(database.availability().toString())
                    .contains("older than this program")
                    .contains("020"));
        }
        older.owner.handle(h -> h.execute("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                installed_by, execution_time, success) values (900, '020', 'x', 'SQL', 'V020__audit_by_member.sql', null,
                'x', 1, true), (901, '999', 'x', 'SQL', 'V999__x.sql', 1, 'x', 1, true)"""));
        try (Database database = Database.open(older.address.as("1001", GatedHouse.PASSWORD), Timekeeper.system())) {
            Eventually.holds(
                    () -> assertThat(database.availability().toString()).contains("newer than this program"));
        }
        older.owner.close();
    }

    @Test
    void an_owner_who_may_not_make_roles_is_told_what_to_do() {
        var address = TestEngine.newOwnedDatabase();
        TestEngine.asAdministrator("alter role " + address.user() + " nocreaterole");
        try (Database database = Database.open(address, Timekeeper.system())) {
            Eventually.holds(
                    () -> assertThat(database.availability().toString()).contains("CREATEROLE"));
        }
    }
}
