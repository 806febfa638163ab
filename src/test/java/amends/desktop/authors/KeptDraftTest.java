package amends.desktop.authors;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.authors.ArticlesModel.Said;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Texts;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.Audience;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an author is told of a draft that was kept and cannot be reviewed yet. */
class KeptDraftTest {
    private final FakeDesk desk = new FakeDesk();
    private final PostingWork work = new PostingWork(Runnable::run, Runnable::run);
    private final ArticlesModel articles = new ArticlesModel(desk.authors.port(FakeAuthors.CHEN), plain -> plain, work);
    private final Look look = new Look(new Texts(Language.EN, ZoneId.of("UTC")), 100);

    private static ArticleForm form(String slug, String body) {
        return new ArticleForm(
                slug,
                ArticleLanguage.EN,
                "How long a new card takes",
                "cards/renewal",
                "",
                "",
                Audience.AGENT,
                "",
                "",
                body,
                "",
                Optional.empty(),
                "",
                List.of());
    }

    @Test
    void without_an_answer_it_is_kept_and_what_is_missing_is_said() {
        articles.begin();
        articles.typed(form("card-renewal", ""));
        articles.steps().goOn();
        assertThat(articles.life().work()).isEqualTo(Work.DRAFT);
        assertThat(articles.isDirty()).isFalse();
        assertThat(AuthorWords.said(look, articles.said()))
                .startsWith("The draft is kept.")
                .endsWith("there is no answer");
        articles.typed(form("card-renewal", "Five working days."));
        articles.steps().goOn();
        assertThat(articles.life().work()).isEqualTo(Work.IN_REVIEW);
    }

    @Test
    void what_is_not_kept_is_said_not_to_be() {
        articles.begin();
        articles.typed(form("Card Renewal!", "Five working days."));
        articles.steps().goOn();
        assertThat(articles.isDirty()).isTrue();
        assertThat(articles.said()).isInstanceOf(Said.Not.class);
        assertThat(AuthorWords.said(look, articles.said())).startsWith("Not kept: the id");
    }
}
