package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.UsedArticles.How;
import amends.knowledge.UsedArticles.Use;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcUsedArticlesTest {
    private static final UUID CONTACT = Ids.next();
    private static final UUID AGENT = Ids.next();
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);
    private static final ArticleId LOSS = new ArticleId("loss", ArticleLanguage.EN);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcUsedArticles used;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        used = new JdbcUsedArticles(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Use use(ArticleId article, int version, int second) {
        return new Use(CONTACT, article, version, AGENT, Instant.ofEpochSecond(1_800_000_000 + second), How.SEARCHED);
    }

    @Test
    void what_was_marked_is_there_in_order() {
        used.mark(use(LOSS, 2, 5));
        used.mark(use(FEES, 1, 1));
        used.mark(new Use(Ids.next(), FEES, 1, AGENT, Instant.ofEpochSecond(9), How.SUGGESTED));

        assertThat(used.of(CONTACT)).containsExactly(use(FEES, 1, 1), use(LOSS, 2, 5));
    }

    @Test
    void a_second_mark_replaces_the_first() {
        used.mark(use(FEES, 1, 1));
        used.mark(use(FEES, 2, 3));

        assertThat(used.of(CONTACT)).containsExactly(use(FEES, 2, 3));
    }

    @Test
    void what_was_taken_back_is_gone_and_taking_back_twice_does_nothing() {
        used.mark(use(FEES, 1, 1));
        used.unmark(CONTACT, FEES);
        used.unmark(CONTACT, FEES);

        assertThat(used.of(CONTACT)).isEmpty();
    }
}
