package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleLife;
import amends.knowledge.ArticleLife.Use;
import amends.knowledge.ArticleLife.Why;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.ArticleMistake;
import amends.knowledge.ArticleText;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.Authoring.Piece;
import amends.knowledge.Manuscript;
import amends.knowledge.Stewardship;
import amends.knowledge.Written;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** An article's whole life on both databases. */
@OnEachEngine
class JdbcAuthoringTest {
    private static final ArticleText FEES = Written.chinese("fees", "年费多少", "年费 100 元，刷 6 次免。");
    private static final ArticleId ID = FEES.id();

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private Authoring chen;
    private Authoring zhao;
    private int published;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        chen = author("chenjing", Role.EXPERT);
        zhao = author("zhaoqian", Role.LEAD);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Authoring author(String login, Role role) {
        var books = new Authoring.Books(
                new JdbcArticles(database, time),
                new JdbcAttachmentContents(database),
                new JdbcManuscripts(database),
                new JdbcStewardships(database),
                new JdbcAuditTrail(database),
                database);
        var member = new StaffMember(UUID.nameUUIDFromBytes(login.getBytes()), login, login, "1", Set.of(role));
        return new Authoring(member, books, () -> published++, time);
    }

    private Manuscript done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).manuscript().orElseThrow();
    }

    private void publish(ArticleText text) {
        Piece before = chen.piece(text.id());
        Manuscript draft = done(chen.write(text, before.version(), 0));
        draft = done(chen.submit(text.id(), draft.revision()));
        assertThat(zhao.publish(text.id(), draft.revision())).isInstanceOf(Answer.Done.class);
    }

    private ArticleLife life() {
        return chen.piece(ID).life();
    }

    @Test
    void an_article_is_written_read_published_mended_rolled_back_and_retired() {
        Manuscript draft = done(chen.write(FEES, 0, 0));
        assertThat(life()).isEqualTo(new ArticleLife(Work.DRAFT, Use.NEVER));
        assertThat(chen.piece(ID).open()).contains(draft);

        draft = done(chen.submit(ID, draft.revision()));
        assertThat(chen.publish(ID, draft.revision())).isEqualTo(new Answer.OwnWords());
        assertThat(zhao.sendBack(ID, draft.revision(), " ")).isEqualTo(new Answer.NoReason());
        draft = done(zhao.sendBack(ID, draft.revision(), "免年费的次数呢？"));
        assertThat(draft.words()).isEqualTo("免年费的次数呢？");
        draft = done(chen.write(Written.withBody(FEES, "年费 100 元，一年刷 5 次免。"), 0, draft.revision()));
        draft = done(chen.submit(ID, draft.revision()));
        assertThat(zhao.publish(ID, draft.revision())).isEqualTo(new Answer.Done(Optional.empty()));
        assertThat(published).isEqualTo(1);
        assertThat(life()).isEqualTo(new ArticleLife(Work.NOTHING, Use.PUBLISHED));

        publish(Written.withBody(FEES, "年费 200 元。"));
        Manuscript old = done(chen.rollBack(ID, 1, 0));
        assertThat(life()).isEqualTo(new ArticleLife(Work.DRAFT, Use.PUBLISHED));
        old = done(chen.submit(ID, old.revision()));
        zhao.publish(ID, old.revision());
        Article now = chen.piece(ID).article().orElseThrow();
        assertThat(now.version()).isEqualTo(3);
        assertThat(now.text().body()).contains("5 次");

        assertThat(zhao.retire(ID, "")).isEqualTo(new Answer.NoReason());
        assertThat(zhao.retire(ID, "不再收年费")).isInstanceOf(Answer.Done.class);
        assertThat(life()).isEqualTo(new ArticleLife(Work.NOTHING, Use.RETIRED));
        assertThat(zhao.retire(ID, "再一次")).isEqualTo(new Answer.Refused(Why.NOT_IN_USE));
        assertThat(published).isEqualTo(4);
    }

    @Test
    void who_wrote_last_does_not_publish_whoever_began() {
        Manuscript draft = done(chen.write(FEES, 0, 0));
        draft = done(zhao.write(Written.withBody(FEES, "年费 90 元。"), 0, draft.revision()));
        draft = done(zhao.submit(ID, draft.revision()));
        assertThat(zhao.publish(ID, draft.revision())).isEqualTo(new Answer.OwnWords());
        assertThat(chen.publish(ID, draft.revision())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void two_who_write_at_once_do_not_undo_one_another() {
        Manuscript draft = done(chen.write(FEES, 0, 0));
        assertThat(zhao.write(FEES, 0, 0)).isEqualTo(new Answer.ChangedMeanwhile());
        done(chen.write(Written.withBody(FEES, "第二稿"), 0, draft.revision()));
        assertThat(zhao.write(Written.withBody(FEES, "别的"), 0, draft.revision()))
                .isEqualTo(new Answer.ChangedMeanwhile());
        assertThat(zhao.submit(ID, draft.revision())).isEqualTo(new Answer.ChangedMeanwhile());
        assertThat(chen.piece(ID).text().orElseThrow().body()).isEqualTo("第二稿");
    }

    @Test
    void of_two_who_publish_at_once_one_does() throws InterruptedException {
        Manuscript draft = done(chen.write(FEES, 0, 0));
        long revision = done(chen.submit(ID, draft.revision())).revision();
        var begin = new CountDownLatch(1);
        var answers = new java.util.concurrent.ConcurrentLinkedQueue<Answer>();
        var threads = List.of(zhao, author("lead2", Role.LEAD)).stream()
                .map(who -> Thread.ofVirtual().start(() -> {
                    try {
                        begin.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    answers.add(who.publish(ID, revision));
                }))
                .toList();
        begin.countDown();
        for (Thread thread : threads) thread.join();

        assertThat(answers).hasSize(2).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(chen.piece(ID).version()).isEqualTo(1);
    }

    @Test
    void what_was_imported_beneath_a_draft_is_not_overwritten_unseen() {
        publish(FEES);
        Manuscript draft = done(chen.write(Written.withBody(FEES, "年费 80 元。"), 1, 0));
        draft = done(chen.submit(ID, draft.revision()));
        new JdbcArticles(database, time).publish(Written.withBody(FEES, "年费 120 元。"));
        assertThat(zhao.publish(ID, draft.revision())).isEqualTo(new Answer.Outdated(2));
    }

    @Test
    void a_dropped_draft_leaves_what_is_in_use() {
        publish(FEES);
        Manuscript draft = done(chen.write(Written.withBody(FEES, "错"), 1, 0));
        assertThat(chen.drop(ID, draft.revision())).isEqualTo(new Answer.Done(Optional.empty()));
        assertThat(life()).isEqualTo(new ArticleLife(Work.NOTHING, Use.PUBLISHED));
        assertThat(done(chen.write(Written.withBody(FEES, "新"), 1, 0)).revision())
                .isEqualTo(1);
    }

    @Test
    void what_is_no_article_is_not_kept_or_not_submitted() {
        var nowhere = new ArticleId("../etc", ArticleLanguage.ZH_CN);
        ArticleText wild = new ArticleText(
                nowhere,
                "",
                List.of(),
                "a/../b",
                List.of(),
                FEES.audience(),
                FEES.validity(),
                "答案\n## 短信\n内容",
                Optional.of("字".repeat(141)));
        assertThat(chen.write(wild, 0, 0))
                .isEqualTo(new Answer.Mistaken(List.of(
                        ArticleMistake.ID,
                        ArticleMistake.TITLE,
                        ArticleMistake.CATEGORY,
                        ArticleMistake.SMS_IN_ANSWER,
                        ArticleMistake.SMS_TOO_LONG)));
        Manuscript empty = done(chen.write(Written.withBody(FEES, ""), 0, 0));
        assertThat(chen.submit(ID, empty.revision())).isEqualTo(new Answer.Mistaken(List.of(ArticleMistake.NO_ANSWER)));
    }

    @Test
    void agents_and_inspectors_neither_write_nor_see_what_is_written() {
        done(chen.write(FEES, 0, 0));
        for (Role role : new Role[] {Role.AGENT, Role.INSPECTOR}) {
            Authoring other = author("other", role);
            assertThat(other.piece(ID).open()).isEmpty();
            assertThat(other.write(FEES, 0, 0)).isEqualTo(new Answer.NotPermitted());
            assertThat(other.submit(ID, 1)).isEqualTo(new Answer.NotPermitted());
            assertThat(other.sendBack(ID, 1, "x")).isEqualTo(new Answer.NotPermitted());
            assertThat(other.publish(ID, 1)).isEqualTo(new Answer.NotPermitted());
            assertThat(other.drop(ID, 1)).isEqualTo(new Answer.NotPermitted());
            assertThat(other.retire(ID, "x")).isEqualTo(new Answer.NotPermitted());
            assertThat(other.rollBack(ID, 1, 0)).isEqualTo(new Answer.NotPermitted());
            assertThat(other.entrust(ID, Stewardship.NONE)).isEqualTo(new Answer.NotPermitted());
        }
    }

    @Test
    void an_article_has_an_owner_and_a_day_on_which_it_is_read_again() {
        var mine = new Stewardship(Optional.of(chen.who().id()), Optional.of(LocalDate.of(2027, 1, 31)));
        chen.entrust(ID, mine);
        assertThat(chen.piece(ID).steward()).isEqualTo(mine);
        chen.entrust(ID, Stewardship.NONE);
        assertThat(new JdbcStewardships(database).all()).containsEntry(ID, Stewardship.NONE);
    }
}
