package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.AuthorPorts;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.Query;
import amends.knowledge.Recalling;
import amends.knowledge.Validity;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedAtOnceTest {
    private static final ArticleId PARKING = new ArticleId("parking", ArticleLanguage.ZH_CN);

    /** A second on a quiet machine; tests share theirs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private static StaffMember member(String login, Role role) {
        return new StaffMember(UUID.nameUUIDFromBytes(login.getBytes()), login, login, login, Set.of(role));
    }

    private static boolean within(Duration most, BooleanSupplier holds) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < until) {
            if (holds.getAsBoolean()) return true;
            Thread.sleep(10);
        }
        return holds.getAsBoolean();
    }

    @Test
    void what_is_published_is_found_and_what_is_recalled_is_not() throws Exception {
        var time = Timekeeper.system();
        var home = Home.at(folder);
        var where = new DeskSettings.Database(home.databaseUrl(), "amends", amends.kernel.Secret.of(""));
        try (var store = StoreRoom.open(where, home, "test", time)) {
            assertThat(store.database().awaitAvailable(Duration.ofSeconds(60))).isTrue();
            assertThat(store.knowledge().base().awaitUpToDate(Duration.ofSeconds(60)))
                    .isTrue();
            AuthorPorts chen = AuthorsRoom.ports(member("chenjing", Role.EXPERT), store, time);
            AuthorPorts zhao = AuthorsRoom.ports(member("zhaoqian", Role.LEAD), store, time);
            var text = new ArticleText(
                    PARKING,
                    "网点停车",
                    List.of("停车位在哪里"),
                    "branches/parking",
                    List.of(),
                    Audience.CUSTOMER,
                    Validity.ALWAYS,
                    "停车两小时内免费。",
                    Optional.empty());
            chen.authoring().write(text, 0, 0);
            chen.authoring().submit(PARKING, 1);
            BooleanSupplier found = () -> !store.knowledge()
                    .base()
                    .search(Query.byAgent("停车位", ArticleLanguage.ZH_CN, 5))
                    .hits()
                    .isEmpty();
            assertThat(found.getAsBoolean()).as("a draft is not found").isFalse();
            assertThat(zhao.authoring().publish(PARKING, 2)).isInstanceOf(Answer.Done.class);
            assertThat(within(PATIENCE, found)).isTrue();

            assertThat(zhao.recalling().recall(PARKING, 1, "要收费")).isEqualTo(Recalling.Answer.DONE);
            assertThat(within(PATIENCE, () -> !found.getAsBoolean())).isTrue();
        }
    }
}
