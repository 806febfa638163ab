package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.Article;
import amends.knowledge.ArticleText;
import amends.knowledge.Written;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcArticlesTest {
    private static final ArticleText FEES = Written.chinese("fees", "年费", "答案在前。\n\n- 一\n- 二");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcArticles articles;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        articles = new JdbcArticles(database, Timekeeper.system());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_published_article_is_kept_whole() {
        ArticleText text = Written.holding(FEES, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        Article published = articles.publish(text);

        assertThat(published).isEqualTo(new Article(text, 1, 1, false));
        assertThat(articles.byId(text.id())).contains(published);
    }

    @Test
    void a_new_text_is_a_new_version_and_the_old_one_stays() {
        articles.publish(FEES);
        ArticleText mended = Written.withBody(FEES, "better");
        Article second = articles.publish(mended);

        assertThat(second.version()).isEqualTo(2);
        assertThat(articles.byId(FEES.id())).contains(second);
        assertThat(articles.version(FEES.id(), 1)).contains(FEES);
        assertThat(articles.version(FEES.id(), 2)).contains(mended);
    }

    @Test
    void the_same_slug_in_another_language_is_another_article() {
        articles.publish(FEES);
        articles.publish(Written.english("fees", "fees", "None."));

        assertThat(articles.inUse()).hasSize(2);
    }

    @Test
    void a_retired_article_is_told_as_changed_and_is_not_in_use() {
        Article published = articles.publish(FEES);
        articles.retire(FEES.id());

        assertThat(articles.inUse()).isEmpty();
        assertThat(articles.changedSince(published.change(), 10))
                .singleElement()
                .matches(Article::retired);
    }

    @Test
    void a_retired_article_that_is_published_again_is_in_use() {
        articles.publish(FEES);
        articles.retire(FEES.id());
        articles.publish(FEES);

        assertThat(articles.inUse()).extracting(Article::version).containsExactly(2);
    }

    @Test
    void changes_are_told_in_order_and_each_article_once() {
        articles.publish(FEES);
        articles.publish(Written.chinese("loss", "挂失", "a"));
        articles.publish(Written.withBody(FEES, "b"));

        assertThat(articles.changedSince(0, 10)).extracting(a -> a.id().slug()).containsExactly("loss", "fees");
        assertThat(articles.changedSince(0, 1)).extracting(a -> a.id().slug()).containsExactly("loss");
        assertThat(articles.changedSince(articles.lastChange(), 10)).isEmpty();
    }

    @Test
    void the_identity_comes_with_the_first_article_and_stays_the_same() {
        assertThat(articles.identity()).isEmpty();
        articles.publish(FEES);
        var first = articles.identity();
        articles.publish(Written.withBody(FEES, "b"));
        assertThat(first).isPresent();
        assertThat(articles.identity()).isEqualTo(first);
    }

    @Test
    void a_publication_joins_the_transaction() {
        assertThatThrownBy(() -> database.run(() -> {
                    articles.publish(FEES);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(articles.byId(FEES.id())).isEmpty();
        assertThat(articles.lastChange()).isZero();
    }

    @Test
    void whoever_follows_the_change_number_misses_nothing_that_others_publish_meanwhile() {
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> authors = new ArrayList<>();
            for (int author = 0; author < 4; author++) {
                String name = "a" + author + "-";
                authors.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 10; i++) articles.publish(Written.chinese(name + i, "t", "b"));
                        },
                        desks));
            }
            var seen = new ArrayList<String>();
            long change = 0;
            boolean last;
            do {
                last = authors.stream().allMatch(CompletableFuture::isDone);
                for (Article article : articles.changedSince(change, 100)) {
                    seen.add(article.id().slug());
                    change = article.change();
                }
            } while (!last);
            assertThat(seen).hasSize(40).doesNotHaveDuplicates();
        }
    }
}
