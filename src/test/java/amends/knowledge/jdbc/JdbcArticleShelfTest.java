package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcArticleShelfTest {
    private static final UUID LIMIN = Ids.next();
    private static final UUID ZHOU = Ids.next();

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcArticles articles;
    private JdbcArticleShelf shelf;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        articles = new JdbcArticles(database, time);
        shelf = new JdbcArticleShelf(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void publish(String slug) {
        articles.publish(new ArticleText(
                new ArticleId(slug, ArticleLanguage.EN),
                slug,
                List.of(),
                "cards",
                List.of(),
                Audience.AGENT,
                Validity.ALWAYS,
                "answer " + time.now(),
                Optional.empty()));
    }

    private List<String> fresh(Instant since) {
        return shelf.changedSince(since, ArticleLanguage.EN, 5).stream()
                .map(ArticleId::slug)
                .toList();
    }

    @Test
    void favourites_are_each_persons_own() {
        shelf.favour(LIMIN, "fees", time.now());
        shelf.favour(LIMIN, "fees", time.now());
        shelf.favour(ZHOU, "loss", time.now());
        assertThat(shelf.favourites(LIMIN)).containsExactly("fees");
        shelf.unfavour(LIMIN, "fees");
        assertThat(shelf.favourites(LIMIN)).isEmpty();
        assertThat(shelf.favourites(ZHOU)).containsExactly("loss");
    }

    @Test
    void new_is_what_came_between_two_shifts_and_stays_new_for_the_whole_shift() {
        publish("old");
        time.pass(Duration.ofMinutes(1));
        shelf.here(LIMIN, time.now());
        time.pass(Duration.ofHours(3));
        Instant left = time.now();
        shelf.here(LIMIN, left);
        time.pass(Duration.ofHours(5));
        publish("night");
        publish("old");
        time.pass(Duration.ofHours(8));
        assertThat(shelf.here(LIMIN, time.now())).isEqualTo(left);
        time.pass(Duration.ofHours(2));
        Instant since = shelf.here(LIMIN, time.now());
        assertThat(fresh(since)).containsExactlyInAnyOrder("night", "old");
        articles.retire(new ArticleId("night", ArticleLanguage.EN));
        assertThat(fresh(since)).containsExactly("old");
    }

    @Test
    void to_who_comes_for_the_first_time_nothing_is_new() {
        publish("old");
        time.pass(Duration.ofSeconds(1));
        assertThat(fresh(shelf.here(ZHOU, time.now()))).isEmpty();
    }
}
