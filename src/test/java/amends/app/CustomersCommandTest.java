package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomersCommandTest {
    @TempDir
    Path folder;

    private int run(String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of("customers", "import"));
        words.addAll(java.util.List.of(more));
        words.addAll(java.util.List.of("--home", folder.resolve("home").toString()));
        return Main.run(words.toArray(String[]::new));
    }

    @Test
    void a_table_is_looked_through_and_taken_in_by_a_lead_alone_and_letters_of_strangers_are_told() throws Exception {
        var home = new Home(folder.resolve("home"));
        var settings = DeskSettings.read(java.util.Optional.empty(), home);
        try (var store = StoreRoom.open(settings.database(), home, "t", Timekeeper.system())) {
            assertThat(store.database().awaitAvailable(java.time.Duration.ofSeconds(20)))
                    .isTrue();
            FirstStart.people(store.staff(), store.database());
        }
        Path people = Files.writeString(folder.resolve("p.csv"), "编号,姓名,手机号,忽略\n1,王,13800138000,x\n2,李,12,y\n");
        assertThat(run(people.toString(), "--as", "1003", "--preview")).isEqualTo(Exit.FAILED);
        assertThat(run(people.toString(), "--as", "1001", "--good-rows-only")).isEqualTo(Exit.USAGE);
        assertThat(run(people.toString(), "--as", "1003", "--mapping", "忽略=colour"))
                .isEqualTo(Exit.USAGE);
        assertThat(run(people.toString(), "--as", "1003", "--mapping", "忽略=note", "--good-rows-only"))
                .isEqualTo(Exit.OK);
        Path letters = Files.writeString(
                folder.resolve("l.csv"), "手机号,日期,内容\n13800138000,2026-01-05,扣了两次\n13900139000,2026-01-05,谢谢\n");
        assertThat(run(letters.toString(), "--as", "1003", "--letters")).isEqualTo(Exit.FAILED);
        assertThat(run(letters.toString(), "--as", "1003", "--letters", "--good-rows-only"))
                .isEqualTo(Exit.OK);
        try (var store = StoreRoom.open(settings.database(), home, "t", Timekeeper.system())) {
            assertThat(store.database().awaitAvailable(java.time.Duration.ofSeconds(20)))
                    .isTrue();
            var wang = store.customers()
                    .byNumber(new amends.kernel.PhoneNumber("+8613800138000"))
                    .orElseThrow();
            assertThat(wang.note()).isEqualTo("x");
        }
    }
}
