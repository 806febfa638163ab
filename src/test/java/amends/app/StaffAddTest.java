package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.staff.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffAddTest {
    @TempDir
    Path folder;

    private int add(String... password) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("db", "staff-add", "ann", "--home", home()));
        arguments.addAll(java.util.List.of("--name", "Ann", "--extension", "2001"));
        arguments.addAll(java.util.List.of(password));
        return Main.run(arguments.toArray(String[]::new));
    }

    private String home() {
        return folder.resolve("home").toString();
    }

    @Test
    void whoever_is_added_with_a_password_from_a_file_can_sign_in() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "correct horse\n");
        assertThat(add("--password-file", file.toString())).isZero();

        Home home = Home.at(Path.of(home()));
        var where = new DeskSettings.Database(home.databaseUrl(), "amends", amends.kernel.Secret.of(""));
        try (var store = StoreRoom.open(where, home, "test", Timekeeper.system())) {
            assertThat(store.database().awaitAvailable(Duration.ofSeconds(60))).isTrue();
            assertThat(store.signIn().signIn("ann", "correct horse".toCharArray()))
                    .isInstanceOf(SignIn.Result.Welcome.class);
        }
    }

    @Test
    void an_empty_password_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "\n");
        assertThat(add("--password-file", file.toString())).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_password_file_that_is_missing_is_said() {
        assertThat(add("--password-file", folder.resolve("none").toString())).isEqualTo(Exit.NO_INPUT);
    }
}
