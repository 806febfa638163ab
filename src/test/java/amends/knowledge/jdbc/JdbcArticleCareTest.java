package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleFact;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Feedback;
import amends.knowledge.Feedback.Kind;
import amends.knowledge.FeedbackBox;
import amends.knowledge.FeedbackBox.Answer;
import amends.knowledge.SearchMade;
import amends.knowledge.Stewardship;
import amends.knowledge.UsedArticles.How;
import amends.knowledge.UsedArticles.Use;
import amends.knowledge.Written;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What readers and time say of articles, on both databases. */
@OnEachEngine
class JdbcArticleCareTest {
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);
    private static final UUID OWNER = new UUID(1, 1005);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        new JdbcArticles(database, time).publish(Written.chinese("fees", "年费", "100 元"));
        new JdbcStewardships(database).set(FEES, new Stewardship(Optional.of(OWNER), Optional.empty()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private FeedbackBox box(Role role) {
        var member = new StaffMember(new UUID(2, role.ordinal()), "x", "x", "1", Set.of(role));
        return new FeedbackBox(member, new JdbcFeedbackBook(database), new JdbcStewardships(database), database, time);
    }

    @Test
    void what_did_not_help_is_a_task_of_the_owner_and_what_did_is_counted() {
        FeedbackBox agent = box(Role.AGENT);
        assertThat(agent.give(FEES, 1, Kind.HELPED, "")).isEqualTo(Answer.DONE);
        assertThat(agent.give(FEES, 1, Kind.MISSING, " ")).isEqualTo(Answer.NO_WORDS);
        agent.give(FEES, 1, Kind.DID_NOT_HELP, "");
        time.pass(Duration.ofMinutes(1));
        agent.give(FEES, 1, Kind.WRONG, "客户 13800138000 说是 200 元");
        assertThat(agent.tasks()).isEmpty();

        FeedbackBox expert = box(Role.EXPERT);
        assertThat(expert.tasks()).extracting(Feedback::kind).containsExactly(Kind.WRONG, Kind.DID_NOT_HELP);
        Feedback wrong = expert.tasks().getFirst();
        assertThat(wrong.words()).isEqualTo("客户 ### 说是 200 元");
        assertThat(wrong.owner()).contains(OWNER);
        assertThat(agent.take(wrong.id())).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(expert.take(wrong.id())).isEqualTo(Answer.DONE);
        assertThat(expert.tasks().getFirst().owner()).contains(new UUID(2, Role.EXPERT.ordinal()));
        assertThat(expert.close(wrong.id(), false, "")).isEqualTo(Answer.NO_WORDS);
        assertThat(expert.close(wrong.id(), true, "改了")).isEqualTo(Answer.DONE);
        assertThat(expert.close(wrong.id(), true, "又改了")).isEqualTo(Answer.OVER);
        assertThat(expert.tasks()).hasSize(1);
    }

    @Test
    void how_an_article_is_doing_is_counted_for_the_version_in_use() {
        FeedbackBox agent = box(Role.AGENT);
        agent.give(FEES, 1, Kind.HELPED, "");
        time.pass(Duration.ofDays(1));
        new JdbcArticles(database, time).publish(Written.chinese("fees", "年费", "200 元"));
        agent.give(FEES, 2, Kind.DID_NOT_HELP, "");
        agent.give(FEES, 1, Kind.WRONG, "x");
        new JdbcUsedArticles(database).mark(new Use(Ids.next(), FEES, 1, OWNER, time.now(), How.SEARCHED));

        ArticleFact fact = new JdbcArticleFacts(database).all().getFirst();
        assertThat(fact.version()).isEqualTo(2);
        assertThat(fact.first()).isBefore(fact.since());
        assertThat(fact.lastUsed()).contains(time.now());
        assertThat(fact.helped()).isZero();
        assertThat(fact.didNotHelp()).isEqualTo(1);
        assertThat(fact.reported()).isEqualTo(1);
        assertThat(fact.steward().owner()).contains(OWNER);
    }

    @Test
    void searches_without_an_answer_are_found_again_the_latest_first() {
        var log = new JdbcSearchLog(database);
        for (int i = 0; i < 3; i++) {
            log.add(new SearchMade(Ids.next(), time.now(), "搜 " + i, ArticleLanguage.ZH_CN, i, i == 1));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(log.unanswered(time.now().minus(Duration.ofHours(1)), 9))
                .extracting(SearchMade::words)
                .containsExactly("搜 2", "搜 0");
        assertThat(log.unanswered(time.now(), 9)).isEmpty();
    }

    @Test
    void which_version_the_file_of_a_folder_held_is_kept_replaced_and_forgotten_of_each_folder() {
        var synced = new JdbcSyncedArticles(database, "one");
        new JdbcSyncedArticles(database, "").set(FEES, 7);
        synced.set(FEES, 1);
        synced.set(FEES, 2);
        assertThat(synced.all()).containsExactly(java.util.Map.entry(FEES, 2));
        synced.forget(FEES);
        assertThat(synced.all()).isEmpty();
        assertThat(new JdbcSyncedArticles(database, "").all()).containsExactly(java.util.Map.entry(FEES, 7));
    }
}
