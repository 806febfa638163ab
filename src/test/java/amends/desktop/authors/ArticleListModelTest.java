package amends.desktop.authors;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.authors.ArticlesModel.Said;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Texts;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.Audience;
import amends.knowledge.lucene.OpenccScript;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an author finds in the list of articles, and what waits there. */
class ArticleListModelTest {
    private static final ArticleId FEE = new ArticleId("fee-waiver", ArticleLanguage.ZH_CN);
    private final FakeDesk desk = new FakeDesk();
    private final PostingWork work = new PostingWork(Runnable::run, Runnable::run);
    private final ArticlesModel articles =
            new ArticlesModel(desk.authors.port(FakeAuthors.CHEN), new OpenccScript(), work);

    @BeforeEach
    void load() {
        desk.authors.inAnOrdinaryMorning(new UUID(1, 1));
        articles.load();
    }

    private List<String> titles(String typed) {
        articles.list().filter(typed);
        return articles.list().lines().stream().map(ArticleLine::title).toList();
    }

    private void type(String title) {
        articles.begin();
        type(title, "", "");
    }

    private void type(String title, String slug, String category) {
        articles.typed(new ArticleForm(
                slug,
                ArticleLanguage.ZH_CN,
                title,
                category,
                "",
                "",
                Audience.AGENT,
                "",
                "",
                "",
                "",
                Optional.empty(),
                "",
                List.of()));
    }

    @Test
    void a_category_is_found_by_its_path_and_by_its_name_in_every_language() {
        for (String typed : List.of("cards/repayment", "Cards › Repayment", "repayment", "卡", "还款", "還款"))
            assertThat(titles(typed)).as(typed).contains("还款被重复扣款");
        for (Language language : Language.values()) {
            String named = new Texts(language, ZoneId.of("UTC")).category("cards/repayment");
            assertThat(titles(named)).as(named).containsExactly("还款被重复扣款");
        }
        assertThat(titles("fees/")).containsExactlyInAnyOrder("年费怎么免", "短信提醒收费");
    }

    @Test
    void titles_are_found_in_the_traditional_script_and_by_words_in_any_order() {
        assertThat(titles("年費")).contains("年费怎么免");
        assertThat(titles("waiver 年费")).containsExactly("年费怎么免");
        assertThat(titles("waiver 还款")).isEmpty();
        assertThat(titles(" ")).hasSizeGreaterThan(6);
    }

    @Test
    void a_new_article_with_only_a_title_waits_in_the_list_when_another_is_chosen_and_is_taken_up_there_again() {
        type("停车优惠");
        articles.choose(FEE);
        assertThat(articles.chosen()).contains(FEE);
        assertThat(articles.said()).isEqualTo(new Said.Aside("停车优惠"));
        ArticleLine waiting = articles.list().lines().getFirst();
        assertThat(waiting.title()).isEqualTo("停车优惠");
        Look look = new Look(new Texts(Language.EN, ZoneId.of("UTC")), 100);
        assertThat(AuthorWords.state(look, waiting)).isEqualTo("Not kept");

        articles.choose(waiting);
        assertThat(articles.isAtHand(waiting)).isTrue();
        assertThat(articles.isNew()).isTrue();
        assertThat(articles.isDirty()).isTrue();
        assertThat(articles.form().title()).isEqualTo("停车优惠");
    }

    @Test
    void what_waits_is_one_line_each_until_it_is_kept_or_dropped() {
        type("one");
        type("two");
        articles.begin();
        assertThat(titles("")).startsWith("two", "one");
        articles.choose(articles.list().lines().get(1));
        type("one more", "", "");
        articles.choose(articles.list().lines().getFirst());
        assertThat(titles("")).startsWith("two", "one more");

        articles.steps().drop();
        assertThat(titles("")).startsWith("one more").doesNotContain("two");

        articles.choose(articles.list().lines().getFirst());
        type("one more", "one-more", "cards");
        articles.save();
        assertThat(articles.life().work()).isEqualTo(Work.DRAFT);
        assertThat(articles.list().lines())
                .noneMatch(ArticleLine.Aside.class::isInstance)
                .anyMatch(line -> line.title().equals("one more"));
    }

    @Test
    void an_id_that_is_none_lets_nobody_lose_what_was_typed_either() {
        type("Parking");
        type("Parking", "Not an id!", "");
        articles.choose(FEE);
        assertThat(articles.chosen()).contains(FEE);
        assertThat(articles.list().lines().getFirst())
                .isInstanceOfSatisfying(
                        ArticleLine.Aside.class,
                        line -> assertThat(line.form().slug()).isEqualTo("Not an id!"));
    }

    @Test
    void a_new_article_in_which_nothing_was_typed_does_not_wait() {
        int before = articles.list().lines().size();
        articles.begin();
        articles.choose(FEE);
        articles.begin(List.of("parking?"));
        articles.choose(FEE);
        assertThat(articles.list().lines()).hasSize(before);
        assertThat(articles.said()).isEqualTo(new Said.Nothing());
    }

    @Test
    void a_title_alone_is_not_kept_and_it_is_said_what_is_missing() {
        type("Parking");
        articles.save();
        assertThat(articles.said()).isInstanceOf(Said.Not.class);
        articles.leave();
        assertThat(articles.list().lines().getFirst().title()).isEqualTo("Parking");
        assertThat(articles.form().title()).isEqualTo("Parking");
    }
}
