package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.Secret;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.TestEngine;
import amends.staff.PasswordHash;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesLoginTest {
    private static final String PASSWORD = "Secret-of-the-services";

    @TempDir
    Path folder;

    private int command(String url, String user, String ownersPassword, String login) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("owner.yaml"),
                "database: {url: \"%s\", user: \"%s\", password: \"%s\"}".formatted(url, user, ownersPassword));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        return Main.run(
                "db",
                "services-login",
                "--login",
                login,
                "--password-file",
                password.toString(),
                "--config",
                settings.toString(),
                "--home",
                folder.resolve("owner").toString());
    }

    @Test
    void the_services_have_a_login_that_does_duties_and_owns_nothing() throws Exception {
        var address = TestEngine.newOwnedDatabase();
        try (var owner = TestEngine.open(address)) {
            owner.run(() -> new JdbcStaff(owner)
                    .save(
                            new StaffMember(Ids.next(), "1001", "林晓", "1001", Set.of(Role.AGENT)),
                            new PasswordHash(1, "c2FsdA==", "aGFzaA==")));
            assertThat(command(address.url(), address.user(), address.password(), "1001"))
                    .isEqualTo(Exit.USAGE);
            for (int twice = 0; twice < 2; twice++)
                assertThat(command(address.url(), address.user(), address.password(), "services"))
                        .isZero();
            var where = new DeskSettings.Database(address.url(), address.loginRole("services"), Secret.of(PASSWORD));
            try (var store = StoreRoom.open(where, new Home(folder.resolve("home")), "services", Timekeeper.system())) {
                assertThat(store.database().awaitAvailable(Duration.ofSeconds(20)))
                        .isTrue();
                assertThat(store.staff().byLogin("1001")).isPresent();
                String may = """
                        select has_table_privilege('duty', 'update') || ' ' || (select rolcreaterole from pg_roles
                        where rolname = current_user) || ' ' || has_schema_privilege(current_schema(), 'create')""";
                assertThat(store.database()
                                .<String>handle(
                                        h -> h.select(may).mapTo(String.class).one()))
                        .isEqualTo("true false false");
            }
        }
    }

    @Test
    void an_h2_of_ones_own_needs_no_such_login() throws Exception {
        assertThat(command("jdbc:h2:file:" + folder.resolve("h2"), "", "", "services"))
                .isEqualTo(Exit.USAGE);
    }
}
