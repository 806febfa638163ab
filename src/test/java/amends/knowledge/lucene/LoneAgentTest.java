package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.Transactions;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Confirmation;
import amends.knowledge.Confirmation.Outcome;
import amends.knowledge.ConfirmationsInMemory;
import amends.knowledge.Hit;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Learning;
import amends.knowledge.Phrasings;
import amends.knowledge.Query;
import amends.knowledge.Written;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who confirms everything, carelessly or by a program, moves so much and no more, however many articles there are. */
class LoneAgentTest {
    private static final int ARTICLES = 320;
    /** So many confirmed answers of one agent count. */
    private static final int REACH = 200;

    private final SettableTime time = new SettableTime();
    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final ConfirmationsInMemory confirmations = new ConfirmationsInMemory();
    private final Kept phrasings = new Kept();

    private static final class Kept implements Phrasings {
        private final Map<ArticleId, List<LearnedPhrasing>> all = new ConcurrentHashMap<>();
        private final AtomicLong change = new AtomicLong();

        @Override
        public long lastChange() {
            return change.get();
        }

        @Override
        public Map<ArticleId, List<LearnedPhrasing>> changedSince(long since) {
            return since < change.get() ? all : Map.of();
        }

        @Override
        public List<LearnedPhrasing> of(ArticleId article) {
            return all.getOrDefault(article, List.of());
        }

        @Override
        public void learn(ArticleId article, List<LearnedPhrasing> learned) {
            all.put(article, learned);
            change.incrementAndGet();
        }
    }

    private static final class Straight implements Transactions {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }

    /** Characters that stand nowhere else: four for each article, two that name it and two of another way to ask for it. */
    private static final String OWN = own();

    private static String own() {
        var folding = new Folding();
        return IntStream.range(0x3400, 0x4db0)
                .mapToObj(Character::toString)
                .filter(one -> folding.fold(one).equals(one))
                .collect(Collectors.joining());
    }

    private static String name(int number) {
        return OWN.substring(4 * number, 4 * number + 2);
    }

    private static String said(int number) {
        return OWN.substring(4 * number + 2, 4 * number + 4);
    }

    private void confirmAll(int agent, int times) {
        for (int i = 0; i < ARTICLES * times; i++) {
            time.pass(Duration.ofSeconds(1));
            int number = i % ARTICLES;
            // As it is said, and what another article is named: right and wrong at once.
            confirmations.add(new Confirmation(
                    new UUID(agent, i),
                    new ArticleId("a" + number, ArticleLanguage.ZH_CN),
                    said(number) + name((number + 1) % ARTICLES),
                    new UUID(0, agent),
                    time.now(),
                    1,
                    "",
                    Outcome.OPEN,
                    false));
        }
        var learning = new Learning(
                confirmations,
                phrasings,
                contact -> Optional.of(new Learning.Contacts.Ended(Outcome.SOLVED, "")),
                new Straight(),
                time);
        learning.look();
    }

    private long found(LuceneKnowledgeBase base, boolean byName) {
        return IntStream.range(0, ARTICLES)
                .filter(i ->
                        base.search(Query.byAgent(byName ? name(i) : said(i), ArticleLanguage.ZH_CN, 1)).hits().stream()
                                .map(Hit::article)
                                .anyMatch(article -> article.id().slug().equals("a" + i)))
                .count();
    }

    @Test
    void however_much_one_agent_confirms_moves_so_many_rankings_and_two_agents_move_all() {
        for (int i = 0; i < ARTICLES; i++) articles.publish(Written.chinese("a" + i, name(i), "见办法。"));
        try (var base = LuceneKnowledgeBase.open(
                Optional.empty(), IndexSources.of(articles).with(phrasings), time, ZoneOffset.UTC)) {
            for (int times = 1; times <= 3; times += 2) {
                confirmAll(1, times);
                assertThat(base.awaitUpToDate(Duration.ofSeconds(60))).isTrue();
                base.awaitConfirmed(Duration.ofSeconds(60));
                assertThat(found(base, false)).isEqualTo(REACH);
                // What authors wrote stays first everywhere.
                assertThat(found(base, true)).isEqualTo(ARTICLES);
            }
            confirmAll(2, 1);
            assertThat(base.awaitUpToDate(Duration.ofSeconds(60))).isTrue();
            assertThat(found(base, false)).isEqualTo(ARTICLES);
        }
    }
}
