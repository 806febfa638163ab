package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.knowledge.ImportReport.Fate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleImportTest {
    private static final ArticleText FEES = Written.chinese("fees", "年费", "a");
    private static final ArticleText LOSS = Written.chinese("loss", "挂失", "b");

    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final ArticleImport importing = new ArticleImport(articles, articles);

    private static List<ArticleSource> sources(ArticleText... texts) {
        return Arrays.stream(texts)
                .map(text -> new ArticleSource(text.id().slug() + ".md", text))
                .toList();
    }

    @Test
    void what_is_new_changed_unchanged_and_gone_is_told_of_each() {
        ArticleText app = Written.chinese("app", "手机银行", "c");
        importing.run(sources(FEES, LOSS, app));
        ImportReport report =
                importing.run(sources(FEES, Written.withBody(LOSS, "better"), Written.english("fees", "Fees", "d")));

        assertThat(report.lines())
                .extracting(ImportReport.Line::fate)
                .containsExactly(Fate.UNCHANGED, Fate.CHANGED, Fate.NEW, Fate.GONE);
        assertThat(articles.inUse()).extracting(Article::text).doesNotContain(app, LOSS);
        assertThat(articles.byId(app.id())).get().matches(Article::retired);
    }

    @Test
    void importing_the_same_again_changes_nothing() {
        importing.run(sources(FEES, LOSS));
        long before = articles.lastChange();
        importing.run(sources(FEES, LOSS));

        assertThat(articles.lastChange()).isEqualTo(before);
    }

    @Test
    void what_came_back_is_in_use_again() {
        importing.run(sources(FEES, LOSS));
        importing.run(sources(LOSS));
        ImportReport report = importing.run(sources(FEES, LOSS));

        assertThat(report.count(Fate.NEW)).isEqualTo(1);
        assertThat(articles.inUse()).hasSize(2);
    }

    @Test
    void nothing_is_half_imported() {
        importing.run(sources(FEES));
        assertThatThrownBy(() -> importing.run(sources(LOSS, Written.withBody(FEES, "x"), LOSS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss.md");

        assertThat(articles.inUse()).extracting(Article::text).containsExactly(FEES);
    }

    @Test
    void no_articles_at_all_are_refused_since_they_would_retire_everything() {
        importing.run(sources(FEES));
        assertThatThrownBy(() -> importing.run(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(articles.inUse()).hasSize(1);
    }

    @Test
    void the_first_articles_come_only_where_there_never_were_any() {
        assertThat(importing.first(sources(FEES))).isTrue();
        articles.retire(FEES.id());
        assertThat(importing.first(sources(FEES))).isFalse();
        assertThat(articles.inUse()).isEmpty();
    }
}
