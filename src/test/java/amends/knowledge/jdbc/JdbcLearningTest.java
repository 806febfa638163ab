package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Confirmation;
import amends.knowledge.Confirmation.Outcome;
import amends.knowledge.Confirmations;
import amends.knowledge.Dispute;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Learning;
import amends.knowledge.Learning.Contacts.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcLearningTest {
    private static final ArticleId DOUBLE = new ArticleId("double", ArticleLanguage.ZH_CN);
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private final Map<UUID, Ended> ended = new HashMap<>();
    private Database database;
    private JdbcConfirmations confirmations;
    private JdbcPhrasings phrasings;
    private Learning learning;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        confirmations = new JdbcConfirmations(database);
        phrasings = new JdbcPhrasings(database);
        learning = new Learning(
                confirmations, phrasings, contact -> Optional.ofNullable(ended.get(contact)), database, time);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID confirmed(ArticleId article, String words, int agent, Outcome outcome) {
        UUID contact = Ids.next();
        time.pass(Duration.ofSeconds(1));
        confirmations.add(
                new Confirmation(contact, article, words, new UUID(0, agent), time.now(), 1, "", Outcome.OPEN, false));
        if (outcome != Outcome.OPEN) ended.put(contact, new Ended(outcome, "support"));
        return contact;
    }

    @Test
    void solved_contacts_teach_and_others_do_not() {
        confirmed(DOUBLE, "扣了双份", 1, Outcome.SOLVED);
        confirmed(DOUBLE, "双份？扣了", 1, Outcome.UNSOLVED);
        confirmed(FEES, "白交的钱", 2, Outcome.OPEN);

        assertThat(learning.look()).isEqualTo(1);
        assertThat(learning.look()).isZero();

        assertThat(phrasings.of(DOUBLE)).containsExactly(new LearnedPhrasing("扣了双份", 1));
        assertThat(phrasings.of(FEES)).isEmpty();
        assertThat(confirmations.solved(time.now().minus(Duration.ofDays(1)), 9))
                .extracting(Confirmations.Said::words)
                .containsExactly("扣了双份");
        assertThat(confirmations.of(DOUBLE).getFirst().queue()).isEqualTo("support");
    }

    @Test
    void a_poor_score_that_comes_later_unlearns() {
        UUID contact = confirmed(DOUBLE, "扣了双份", 1, Outcome.SOLVED);
        learning.look();
        ended.put(contact, new Ended(Outcome.UNSOLVED, "support"));

        assertThat(learning.look()).isZero();
        assertThat(learning.lookBack()).isEqualTo(1);
        assertThat(learning.lookBack()).isZero();
        assertThat(phrasings.of(DOUBLE)).isEmpty();
    }

    @Test
    void what_is_settled_keeps_no_new_one_waiting_and_every_late_score_is_found() {
        database.run(() -> {
            for (int i = 0; i < 450; i++) confirmed(FEES, "年费" + i % 3, i % 5, Outcome.SOLVED);
        });
        UUID last = confirmed(DOUBLE, "扣了双份", 1, Outcome.SOLVED);
        assertThat(learning.look()).isEqualTo(2);
        assertThat(confirmations.open(time.now().minus(Duration.ofDays(3)), 9)).isEmpty();
        ended.put(last, new Ended(Outcome.UNSOLVED, "support"));

        assertThat(learning.lookBack()).isEqualTo(1);
        assertThat(phrasings.of(DOUBLE)).isEmpty();
        assertThat(phrasings.of(FEES)).hasSize(3);
    }

    @Test
    void a_dispute_unlearns_at_once_however_it_was_punctuated() {
        confirmed(DOUBLE, "扣了双份!", 1, Outcome.SOLVED);
        confirmed(DOUBLE, "扣了双份", 2, Outcome.SOLVED);
        learning.look();
        assertThat(phrasings.of(DOUBLE)).extracting(LearnedPhrasing::weight).containsExactly(2);

        learning.dispute(DOUBLE, "扣了 双份");

        assertThat(phrasings.of(DOUBLE)).isEmpty();
        confirmed(DOUBLE, "扣了双份", 3, Outcome.SOLVED);
        learning.look();
        assertThat(phrasings.of(DOUBLE)).containsExactly(new LearnedPhrasing("扣了双份", 1));
    }

    @Test
    void who_follows_the_changes_hears_of_each_article_with_all_it_has() {
        phrasings.learn(DOUBLE, List.of(new LearnedPhrasing("a", 1), new LearnedPhrasing("b", 2)));
        long first = phrasings.lastChange();
        phrasings.learn(FEES, List.of(new LearnedPhrasing("c", 1)));
        phrasings.learn(FEES, List.of());

        assertThat(phrasings.lastChange()).isEqualTo(first + 2);
        assertThat(phrasings.changedSince(0).get(DOUBLE)).hasSize(2);
        assertThat(phrasings.changedSince(first)).isEqualTo(Map.of(FEES, List.of()));
    }

    private static ArticleId numbered(int number) {
        return new ArticleId("article-" + number, ArticleLanguage.ZH_CN);
    }

    /** So many answers that one agent confirmed count, whatever articles they are of: the latest. */
    private static final int REACH = 200;

    private long learnedArticles(int of) {
        return IntStream.range(0, of)
                .filter(i -> !phrasings.of(numbered(i)).isEmpty())
                .count();
    }

    @Test
    void one_agents_word_reaches_so_far_and_no_farther() {
        int many = REACH + 60;
        database.run(() -> {
            for (int i = 0; i < many; i++) confirmed(numbered(i), "说法" + i, 1, Outcome.SOLVED);
        });
        learning.look();
        assertThat(learnedArticles(many)).isEqualTo(REACH);
        assertThat(phrasings.of(numbered(59))).isEmpty();
        assertThat(phrasings.of(numbered(60))).hasSize(1);

        confirmed(numbered(59), "说法59", 2, Outcome.SOLVED);
        confirmed(numbered(0), "别的", 1, Outcome.SOLVED);
        learning.look();
        assertThat(phrasings.of(numbered(59))).containsExactly(new LearnedPhrasing("说法59", 2));
        assertThat(phrasings.of(numbered(60))).isEmpty();

        learning.dispute(numbered(0), "别的");
        assertThat(phrasings.of(numbered(0))).isEmpty();
        assertThat(phrasings.of(numbered(60))).hasSize(1);
    }

    @Test
    void what_comes_to_count_late_moves_the_reach_too() {
        UUID late = confirmed(numbered(REACH), "晚的", 1, Outcome.OPEN);
        database.run(() -> {
            for (int i = 0; i < REACH; i++) confirmed(numbered(i), "说法" + i, 1, Outcome.SOLVED);
        });
        learning.look();
        ended.put(late, new Ended(Outcome.SOLVED, "support"));
        assertThat(learning.look()).isZero();
        assertThat(phrasings.of(numbered(REACH))).isEmpty();
        assertThat(learnedArticles(REACH)).isEqualTo(REACH);
    }

    @Test
    void taken_back_is_gone() {
        UUID contact = confirmed(DOUBLE, "扣了双份", 1, Outcome.OPEN);
        confirmations.remove(contact, DOUBLE);
        assertThat(confirmations.of(DOUBLE)).isEmpty();
    }

    private void disputed(String words, int agent, boolean byAuthor) {
        new JdbcDisputes(database)
                .add(new Dispute(Ids.next(), DOUBLE, words, new UUID(0, agent), byAuthor, time.now()));
    }

    @Test
    void an_agents_dispute_counts_when_as_many_join_in_as_stand_behind_the_words_and_an_authors_at_once() {
        var disputes = new JdbcDisputes(database);
        confirmed(DOUBLE, "扣了双份", 1, Outcome.SOLVED);
        confirmed(DOUBLE, "扣了双份", 2, Outcome.SOLVED);
        confirmed(DOUBLE, "划了两回", 1, Outcome.SOLVED);
        learning.look();

        disputed("扣了双份！", 3, false);
        disputed("从来没学过这句", 3, false);
        assertThat(learning.hear(disputes)).isZero();
        assertThat(disputes.open(9)).hasSize(1);
        disputed("扣了双份", 3, false);
        assertThat(learning.hear(disputes)).isZero();
        disputed("我扣了双份", 4, false);
        assertThat(learning.hear(disputes)).isEqualTo(1);
        assertThat(phrasings.of(DOUBLE)).extracting(LearnedPhrasing::words).containsExactly("划了两回");

        disputed("划了两回", 5, true);
        assertThat(learning.hear(disputes)).isEqualTo(1);
        assertThat(learning.hear(disputes)).isZero();
        assertThat(phrasings.of(DOUBLE)).isEmpty();
        assertThat(disputes.open(9)).isEmpty();
    }

    @Test
    void one_dispute_takes_back_the_phrasing_most_like_its_words_and_no_other_however_often_it_is_heard() {
        var disputes = new JdbcDisputes(database);
        confirmed(DOUBLE, "信用卡扣了双份钱", 1, Outcome.SOLVED);
        confirmed(DOUBLE, "信用卡扣了双份", 2, Outcome.SOLVED);
        confirmed(DOUBLE, "信用卡扣了两份钱", 3, Outcome.SOLVED);
        learning.look();

        disputed("信用卡扣了双份钱", 9, true);
        disputed("信用卡扣了双份钱！", 8, false);
        assertThat(learning.hear(disputes)).isEqualTo(1);
        assertThat(learning.hear(disputes)).isZero();
        assertThat(phrasings.of(DOUBLE))
                .extracting(LearnedPhrasing::words)
                .containsExactlyInAnyOrder("信用卡扣了双份", "信用卡扣了两份钱");

        confirmed(DOUBLE, "信用卡扣了双份钱", 4, Outcome.SOLVED);
        learning.look();
        assertThat(learning.hear(disputes)).isZero();
        assertThat(phrasings.of(DOUBLE)).hasSize(3);
    }

    @Test
    void what_nobody_stands_behind_any_more_goes_without_striking_what_is_not_over_yet() {
        var disputes = new JdbcDisputes(database);
        confirmations.remove(confirmed(DOUBLE, "扣了双份", 1, Outcome.SOLVED), DOUBLE);
        phrasings.learn(DOUBLE, List.of(new LearnedPhrasing("扣了双份", 1)));
        UUID open = confirmed(DOUBLE, "扣了双份", 2, Outcome.OPEN);

        disputed("扣了双份", 3, false);
        learning.hear(disputes);
        assertThat(phrasings.of(DOUBLE)).isEmpty();
        assertThat(confirmations.in(List.of(open)))
                .extracting(Confirmation::disputed)
                .containsExactly(false);
    }

    @Test
    void a_dispute_that_nobody_joins_in_is_forgotten_in_the_end() {
        var disputes = new JdbcDisputes(database);
        confirmed(DOUBLE, "扣了双份", 1, Outcome.SOLVED);
        confirmed(DOUBLE, "扣了双份", 2, Outcome.SOLVED);
        learning.look();
        disputed("扣了双份", 3, false);
        time.pass(Duration.ofDays(31));
        assertThat(learning.hear(disputes)).isZero();
        assertThat(disputes.open(9)).isEmpty();
        assertThat(phrasings.of(DOUBLE)).hasSize(1);
    }

    @Test
    void the_name_of_whom_the_contact_was_with_is_masked_as_soon_as_it_is_over() {
        UUID contact = confirmed(DOUBLE, "王建国扣了双份", 1, Outcome.OPEN);
        ended.put(contact, new Ended(Outcome.SOLVED, "support", List.of("王建国")));
        learning.look();
        assertThat(confirmations.in(List.of(contact)))
                .extracting(Confirmation::words)
                .containsExactly("###扣了双份");
        assertThat(phrasings.of(DOUBLE)).containsExactly(new LearnedPhrasing("###扣了双份", 1));
    }

    @Test
    void what_was_confirmed_long_ago_is_forgotten_and_unlearned_unless_it_was_confirmed_since() {
        confirmed(DOUBLE, "扣了双份", 1, Outcome.SOLVED);
        confirmed(DOUBLE, "划了两回", 1, Outcome.SOLVED);
        time.pass(Duration.ofDays(401));
        confirmed(DOUBLE, "扣了双份", 2, Outcome.SOLVED);
        learning.look();

        assertThat(learning.forgetBefore(time.now().minus(Duration.ofDays(400))))
                .isEqualTo(2);
        assertThat(phrasings.of(DOUBLE)).containsExactly(new LearnedPhrasing("扣了双份", 1));
        assertThat(confirmations.in(List.of())).isEmpty();
    }
}
