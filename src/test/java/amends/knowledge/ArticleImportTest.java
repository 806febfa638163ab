package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.SettableTime;
import amends.knowledge.ImportReport.Fate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArticleImportTest {
    private static final ArticleText FEES = Written.chinese("fees", "年费", "a");
    private static final UUID OWNER = new UUID(1, 1005);
    private static final ArticleText LOSS = Written.chinese("loss", "挂失", "b");

    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final StewardsInMemory stewards = new StewardsInMemory();
    private final AttachmentsInMemory contents = new AttachmentsInMemory();
    private final ArticleImport importing = new ArticleImport(
            new ArticleImport.Books(articles, contents, new SyncedInMemory(), stewards, login -> Optional.of(OWNER)),
            articles,
            new SettableTime());

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

    @Test
    void what_was_written_in_the_house_is_left_and_so_is_what_was_mended_or_retired_there() {
        ArticleText app = Written.chinese("app", "手机银行", "c");
        ArticleText own = Written.chinese("own", "自己写的", "d");
        importing.run(sources(FEES, LOSS, app));
        articles.publish(own);
        articles.publish(Written.withBody(FEES, "mended"));
        articles.retire(LOSS.id());
        ImportReport report = importing.run(sources(FEES, LOSS, Written.withBody(app, "newer")));

        assertThat(report.lines())
                .extracting(ImportReport.Line::fate)
                .containsExactly(Fate.KEPT, Fate.KEPT, Fate.CHANGED);
        assertThat(articles.inUse()).extracting(a -> a.text().body()).containsExactlyInAnyOrder("mended", "newer", "d");
    }

    @Test
    void what_was_changed_here_and_there_stops_the_import_until_somebody_says_which_to_keep() {
        importing.run(sources(FEES, LOSS));
        articles.publish(Written.withBody(FEES, "in the database"));
        List<ArticleSource> folder = sources(Written.withBody(FEES, "in the folder"), Written.withBody(LOSS, "newer"));
        long before = articles.lastChange();

        assertThat(importing.run(folder).lines())
                .containsExactly(new ImportReport.Line("fees.md", FEES.id(), Fate.CONFLICT));
        assertThat(articles.lastChange()).isEqualTo(before);

        ImportReport kept = importing.run(folder, ArticleImport.Keep.DATABASE);
        assertThat(kept.lines()).extracting(ImportReport.Line::fate).containsExactly(Fate.KEPT, Fate.CHANGED);
        assertThat(articles.byId(FEES.id()).orElseThrow().text().body()).isEqualTo("in the database");

        importing.run(folder, ArticleImport.Keep.FOLDER);
        assertThat(articles.byId(FEES.id()).orElseThrow().text().body()).isEqualTo("in the folder");
        assertThat(articles.version(FEES.id(), 2).orElseThrow().body()).isEqualTo("in the database");
        assertThat(importing.run(folder).count(Fate.UNCHANGED)).isEqualTo(2);
    }

    @Test
    void a_file_that_is_gone_does_not_retire_what_was_mended_meanwhile() {
        importing.run(sources(FEES, LOSS));
        articles.publish(Written.withBody(FEES, "mended"));
        assertThat(importing.run(sources(LOSS)).count(Fate.CONFLICT)).isEqualTo(1);
        assertThat(articles.inUse()).hasSize(2);
    }

    @Test
    void a_plan_says_what_an_import_would_do_and_does_nothing() {
        importing.run(sources(FEES, LOSS));
        ArticleText app = Written.chinese("app", "手机银行", "c");
        long before = articles.lastChange();
        var folder = sources(Written.withBody(FEES, "newer"), app);
        ImportReport plan = importing.plan(folder, ArticleImport.Keep.NEITHER, ArticleImport.Absent.RETIRE);

        assertThat(plan.lines()).extracting(ImportReport.Line::fate).containsExactly(Fate.CHANGED, Fate.NEW, Fate.GONE);
        assertThat(plan.loss()).isEqualTo(new FolderLoss(1, 1));
        assertThat(articles.lastChange()).isEqualTo(before);
        assertThat(importing.run(folder)).isEqualTo(plan);
    }

    @Test
    void what_is_missing_is_left_in_use_where_somebody_says_so_and_asked_for_the_next_time() {
        importing.run(sources(FEES, LOSS));
        ArticleText app = Written.chinese("app", "手机银行", "c");
        ImportReport report = importing.run(sources(app), ArticleImport.Keep.NEITHER, ArticleImport.Absent.LEAVE);
        assertThat(report.lines())
                .extracting(ImportReport.Line::fate)
                .containsExactly(Fate.NEW, Fate.MISSING, Fate.MISSING);
        assertThat(articles.inUse()).hasSize(3);

        assertThat(importing.run(sources(app)).count(Fate.GONE)).isEqualTo(2);
        assertThat(articles.inUse()).hasSize(1);
    }

    @Test
    void owner_and_review_day_come_with_the_file_and_stay_where_it_says_nothing() {
        var due = java.time.LocalDate.of(2027, 3, 1);
        importing.run(List.of(new ArticleSource(
                "fees.md", FEES, Optional.of("chenjing"), Optional.of(due), ArticleSource.Contents.NONE)));
        importing.run(sources(FEES));
        assertThat(stewards.of(FEES.id())).isEqualTo(new Stewardship(Optional.of(OWNER), Optional.of(due)));
    }
}
