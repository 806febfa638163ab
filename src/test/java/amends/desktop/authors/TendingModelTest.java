package amends.desktop.authors;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.PostingWork;
import amends.desktop.authors.TendingModel.Matter;
import amends.kernel.SettableTime;
import amends.knowledge.Article;
import amends.knowledge.ArticleFact;
import amends.knowledge.ArticleFact.Flaw;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Cue;
import amends.knowledge.Hit;
import amends.knowledge.Hits;
import amends.knowledge.KnowledgeBase;
import amends.knowledge.KnowledgeHealth.Shelf;
import amends.knowledge.Marked;
import amends.knowledge.Query;
import amends.knowledge.SearchLog;
import amends.knowledge.SearchMade;
import amends.knowledge.Stewardship;
import amends.knowledge.Suggestion;
import amends.knowledge.Tending;
import amends.knowledge.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TendingModelTest {
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);
    private static final ArticleId ENGLISH_FEES = new ArticleId("fees", ArticleLanguage.EN);

    private final SettableTime time = new SettableTime();
    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final List<SearchMade> searches = new ArrayList<>();
    private final Set<ArticleId> stale = new HashSet<>();
    private final Set<ArticleId> unused = new HashSet<>();
    private final TendingModel model = new TendingModel(
            new Tending(
                    FakeAuthors.CHEN,
                    new Tending.Books(articles, this::facts, new Searched(), new ByLanguage()),
                    time,
                    ZoneOffset.UTC),
            id -> articles.byId(id).map(Article::title).orElse("?"),
            new PostingWork(Runnable::run, Runnable::run));

    private final class Searched implements SearchLog {
        @Override
        public void add(SearchMade search) {
            searches.add(search);
        }

        @Override
        public int forgetBefore(Instant moment) {
            return 0;
        }

        @Override
        public List<SearchMade> unanswered(Instant since, int most) {
            return searches;
        }
    }

    /** Finds the fees in the language that is read. */
    private final class ByLanguage implements KnowledgeBase {
        @Override
        public Hits search(Query query) {
            ArticleId found = query.reads() == ArticleLanguage.EN ? ENGLISH_FEES : FEES;
            return new Hits(
                    articles.byId(found).stream()
                            .map(a -> new Hit(a, Marked.plain(a.title()), Marked.plain(""), 1))
                            .toList(),
                    true);
        }

        @Override
        public List<Suggestion> suggest(List<Cue> cues, ArticleLanguage language, int most) {
            return List.of();
        }
    }

    private List<ArticleFact> facts() {
        return articles.inUse().stream().map(this::fact).toList();
    }

    private ArticleFact fact(Article article) {
        Instant since = time.now().minus(Duration.ofDays(stale.contains(article.id()) ? 400 : 100));
        Optional<Instant> used = Optional.of(time.now()).filter(t -> !unused.contains(article.id()));
        ArticleText text = article.text();
        var owned = new Stewardship(Optional.of(FakeAuthors.CHEN.id()), Optional.empty());
        return new ArticleFact(
                text.id(), text.title(), text.category(), 1, since, since, text.validity(), used, 0, 0, 0, owned);
    }

    private void searched(String words, ArticleLanguage reads) {
        searches.add(new SearchMade(new UUID(9, searches.size()), time.now(), words, reads, 1, false));
    }

    @Test
    void without_articles_there_is_nothing_but_what_was_looked_for() {
        model.load();
        assertThat(model.shelves()).isEmpty();
        assertThat(model.matters()).isEmpty();
        assertThat(model.isAway() || model.isLoading()).isFalse();

        searched("停车位", ArticleLanguage.ZH_CN);
        model.load();
        assertThat(model.matters()).singleElement().isInstanceOf(Matter.Missing.class);
        assertThat(model.matters().getFirst().article()).isEmpty();
    }

    @Test
    void one_article_is_well_or_names_what_is_wrong_with_it() {
        articles.publish(Written.chinese("fees", "年费", "刷满六笔免年费。"));
        model.load();
        assertThat(model.shelves())
                .extracting(Shelf::name, Shelf::articles, Shelf::percent)
                .containsExactly(Tuple.tuple("cards", 1, 100));
        assertThat(model.matters()).isEmpty();

        stale.add(FEES);
        unused.add(FEES);
        model.load();
        assertThat(model.shelves()).extracting(Shelf::percent).containsExactly(0);
        assertThat(model.matters()).singleElement().satisfies(matter -> {
            assertThat(matter.article()).contains(FEES);
            assertThat(((Matter.Unwell) matter).ailing().flaws()).containsExactly(Flaw.STALE, Flaw.NEVER_USED);
        });
    }

    @Test
    void of_many_in_two_languages_each_is_told_in_its_own() {
        for (int i = 0; i < 30; i++) {
            String own = "" + (char) (0x5000 + 40 * i) + (char) (0x5001 + 40 * i) + (char) (0x5002 + 40 * i);
            articles.publish(Written.chinese("a" + i, own, own + "怎么办，见" + own));
            articles.publish(Written.english("a" + i, "Matter x" + i, "a0 b0 c0 d0 e0 f0".replace("0", "" + i)));
        }
        articles.publish(Written.chinese("fees", "年费", "刷满六笔免年费，按自然年计算。"));
        articles.publish(Written.english("fees", "Yearly fee", "Six payments a year and it is free."));
        articles.publish(Written.english("fees-too", "Yearly fee", "Six payments a year and it is free!"));
        unused.add(ENGLISH_FEES);
        searched("车险", ArticleLanguage.ZH_CN);
        searched("car insurance", ArticleLanguage.EN);
        searched("car insurances", ArticleLanguage.EN);
        model.load();

        assertThat(model.shelves())
                .extracting(Shelf::name, Shelf::articles, Shelf::percent)
                .containsExactly(Tuple.tuple("cards", 63, 100));
        List<Matter> matters = model.matters();
        assertThat(matters)
                .extracting(Matter::article)
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new ArticleId("fees-too", ArticleLanguage.EN)),
                        Optional.of(ENGLISH_FEES));
        assertThat(matters)
                .filteredOn(Matter.Missing.class::isInstance)
                .extracting(m ->
                        ((Matter.Missing) m).gap().nearest().map(model::title).orElse(""))
                .containsExactly("Yearly fee", "年费");
    }

    @Test
    void while_the_database_is_away_it_is_told_and_what_was_there_stays() {
        articles.publish(Written.chinese("fees", "年费", "刷满六笔免年费。"));
        model.load();
        articles.away = true;
        model.load();
        assertThat(model.isAway()).isTrue();
        assertThat(model.shelves()).hasSize(1);
        articles.away = false;
        model.load();
        assertThat(model.isAway()).isFalse();
    }
}
