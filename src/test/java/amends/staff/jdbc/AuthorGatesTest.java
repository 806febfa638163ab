package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentBox;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.Confirmation;
import amends.knowledge.Confirmations;
import amends.knowledge.DraftApproval;
import amends.knowledge.HouseWords.Kept;
import amends.knowledge.SomeFiles;
import amends.knowledge.Written;
import amends.knowledge.jdbc.JdbcArticleDrafts;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcAttachmentContents;
import amends.knowledge.jdbc.JdbcConfirmations;
import amends.knowledge.jdbc.JdbcHouseWords;
import amends.knowledge.jdbc.JdbcManuscripts;
import amends.knowledge.jdbc.JdbcStewardships;
import amends.staff.StaffMember;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Articles being written, with people's own logins. */
class AuthorGatesTest {
    private static final ArticleText FEES = Written.chinese("fees", "年费", "年费 100 元。");
    private static GatedHouse house;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static Authoring authoring(StaffMember who) {
        Database mine = house.as(who);
        var time = new SettableTime();
        var books = new Authoring.Books(
                new JdbcArticles(mine, time),
                new JdbcAttachmentContents(mine),
                new JdbcManuscripts(mine),
                new JdbcStewardships(mine),
                new GatedAuditTrail(mine),
                mine);
        return new Authoring(who, books, () -> {}, time);
    }

    private static void refused(StaffMember who, String sql) {
        assertThatThrownBy(() -> ask(house.plain(who), sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    @Test
    void two_publish_what_neither_could_alone_in_the_window_or_by_plain_sql() throws Exception {
        Authoring expert = authoring(house.expert);
        Authoring lead = authoring(house.lead);
        assertThat(expert.write(FEES, 0, 0)).isInstanceOf(Answer.Done.class);
        assertThat(expert.submit(FEES.id(), 1)).isInstanceOf(Answer.Done.class);

        for (var who : List.of(house.agent, house.inspector)) refused(who, "select body from article_manuscript");
        refused(house.expert, "update article_manuscript set state = 'PUBLISHED'");
        refused(house.expert, "update article_manuscript set writer = '" + house.lead.id() + "'");
        refused(house.lead, "update article_manuscript set body = 'other', writer = '" + house.lead.id() + "'");
        String version = "insert into article_version (id, language, version, title, questions, category, tags,"
                + " audience, body, since) values ('fees', 'zh-CN', 9, 'x', '', 'a', '', 'AGENT', 'own', now())";
        refused(house.expert, version);
        refused(house.lead, version);

        for (String other : List.of(
                "'other' as category",
                "tags || 'more' as tags",
                "'CUSTOMER' as audience",
                "date '2020-01-01' as valid_from",
                "date '2020-01-01' as valid_until")) refused(house.lead, otherwise(other));

        assertThat(lead.publish(FEES.id(), 2)).isInstanceOf(Answer.Done.class);
        assertThat(ask(house.plain(house.agent), "select body from article_version where id = 'fees'"))
                .containsExactly(FEES.body());
        refused(house.lead, "update article_manuscript set words = 'later'");
    }

    /** What waits to be published, but for one thing. */
    private static String otherwise(String column) {
        var columns = List.of(
                "title", "questions", "category", "tags", "audience", "valid_from", "valid_until", "body", "sms");
        String name = column.substring(column.lastIndexOf(' ') + 1);
        return "insert into article_version (id, language, version, " + String.join(", ", columns)
                + ", attachments, since) select slug, language, 9, "
                + columns.stream().map(c -> c.equals(name) ? column : c).collect(Collectors.joining(", "))
                + ", attachments, now() from article_manuscript where slug = 'fees' and state = 'IN_REVIEW'";
    }

    @Test
    void what_a_file_holds_is_its_authors_until_a_second_one_published_it() throws Exception {
        byte[] picture = SomeFiles.picture("png", 8, 8);
        var time = new SettableTime();
        Database mine = house.as(house.expert);
        var box = new AttachmentBox(
                house.expert, new JdbcAttachmentContents(mine), new JdbcArticles(mine, time), mine, time);
        Attachment one = ((Judged.Fit) box.take("a.png", picture, List.of()))
                .attachment()
                .saying("第一步/二");
        ArticleText plan = Written.chinese("plan", "步骤", "三步").with(List.of(one));
        Authoring expert = authoring(house.expert);
        assertThat(expert.write(plan, 0, 0)).isInstanceOf(Answer.Done.class);
        for (String name : List.of("../../a.png", "..\\..\\a.png", "C:a.png", "a.exe.png", "a", "a.png\t\nrest"))
            refused(
                    house.expert,
                    "update article_manuscript set attachments = replace(attachments, 'a.png', '" + name
                            + "') where slug = 'plan'");
        assertThat(expert.submit(plan.id(), 1)).isInstanceOf(Answer.Done.class);

        String held = "select digest from article_content";
        assertThat(ask(house.plain(house.agent), held)).isEmpty();
        assertThat(ask(house.plain(house.lead), held)).containsExactly(one.digest());
        refused(house.agent, "insert into article_content (digest, bytes, at) values ('x', '', now())");
        refused(house.agent, "delete from article_content");
        refused(house.expert, "delete from article_content");
        refused(house.expert, "update article_content set bytes = ''");
        refused(
                house.expert,
                "insert into article_content (digest, bytes, added_by, at) values ('" + "0".repeat(64) + "', 'x', '"
                        + house.expert.id() + "', now())");
        refused(house.lead, "update article_manuscript set attachments = '' where slug = 'plan'");
        refused(
                house.lead,
                "insert into article_version (id, language, version, title, questions, category, tags,"
                        + " audience, body, attachments, since) select slug, language, 9, title, questions, category, tags,"
                        + " audience, body, '', now() from article_manuscript where slug = 'plan'");

        assertThat(authoring(house.lead).publish(plan.id(), 2)).isInstanceOf(Answer.Done.class);
        assertThat(ask(house.plain(house.agent), held)).containsExactly(one.digest());
        Database agents = house.as(house.agent);
        var reading = new AttachmentBox(
                house.agent, new JdbcAttachmentContents(agents), new JdbcArticles(agents, time), agents, time);
        assertThat(reading.of(plan.id(), 1)).containsExactly(one);
        assertThat(reading.bytes(one)).hasValue(picture);
        assertThat(new JdbcAttachmentContents(house.owner).tidy(time.now().plusSeconds(1)))
                .isZero();
    }

    private static String list(int version, StaffMember who) {
        return "insert into house_words (version, source, said_by, at) values (" + version + ", 'words: []', '"
                + who.id() + "', now())";
    }

    @Test
    void lists_of_words_are_put_in_force_one_after_the_other() throws Exception {
        refused(house.lead, list(Integer.MAX_VALUE, house.lead));
        refused(house.expert, list(2, house.expert));
        ask(house.plain(house.expert), list(1, house.expert));
        refused(house.expert, list(3, house.expert));
        refused(house.expert, list(2, house.lead));
        refused(house.agent, list(2, house.agent));
        var words = new JdbcHouseWords(house.as(house.lead));
        var time = new SettableTime();
        assertThat(words.add(new Kept(2, "words: []", Optional.of(house.lead.id()), time.now())))
                .isTrue();
    }

    @Test
    void authors_read_what_was_said_and_not_by_which_agent() throws Exception {
        var own = new JdbcConfirmations(house.as(house.agent));
        var time = new SettableTime();
        var said = new Confirmation(
                Ids.next(), FEES.id(), "白交的钱", house.agent.id(), time.now(), 1, "", Confirmation.Outcome.OPEN, false);
        own.add(said);
        own.add(said);
        house.owner.run(
                () -> new JdbcConfirmations(house.owner).ended(said.ended(Confirmation.Outcome.SOLVED, "support")));

        for (var author : List.of(house.expert, house.lead)) {
            assertThat(new JdbcConfirmations(house.as(author)).solved(time.now().minusSeconds(9), 9))
                    .containsExactly(new Confirmations.Said(said.contact(), FEES.id(), "白交的钱"));
            for (String column : List.of("agent", "place", "queue"))
                refused(author, "select " + column + " from article_confirmed");
        }
        assertThat(ask(house.plain(house.colleague), "select words from article_confirmed"))
                .isEmpty();
        own.remove(said.contact(), FEES.id());
        assertThat(new JdbcConfirmations(house.owner).of(FEES.id())).isEmpty();
    }

    private static String draft(String slug, String author) {
        return "insert into article_draft (id, slug, language, title, questions, category, tags, audience, body, at,"
                + " state, reason, author) values (gen_random_uuid(), '" + slug + "', 'zh-CN', 'x', 'q', 'a', '',"
                + " 'AGENT', 'own', now(), 'WAITING', '', '" + author + "')";
    }

    private static String version(String slug, int number, String questions) {
        return "insert into article_version (id, language, version, title, questions, category, tags, audience, body,"
                + " since) values ('" + slug + "', 'zh-CN', " + number + ", 'x', '" + questions
                + "', 'a', '', 'AGENT', 'own', now())";
    }

    private static String article(String slug) {
        return "insert into article (id, language, version, state, change_number) select '" + slug
                + "', 'zh-CN', 1, 'PUBLISHED', coalesce(max(change_number), 0) + 1000 from article";
    }

    @Test
    void a_draft_of_ones_own_is_not_read_by_another_whoever_it_names() throws Exception {
        ask(house.plain(house.expert), draft("own", house.lead.id().toString()));
        assertThat(house.truth("select author from article_draft where slug = 'own'"))
                .containsExactly(house.expert.id().toString());
        ask(house.plain(house.expert), article("own"));
        refused(house.expert, version("own", 1, "q"));
        refused(house.lead, version("own", 1, "other questions"));
        refused(house.expert, "update article_draft set author = gen_random_uuid()");
        refused(house.lead, "update article_draft set body = 'mine'");

        var drafts = new JdbcArticleDrafts(house.as(house.expert));
        var id = drafts.waiting(9).stream()
                .filter(d -> d.text().id().slug().equals("own"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(approval(house.expert).publish(id)).isEqualTo(DraftApproval.Outcome.NOT_PERMITTED);
        ask(house.plain(house.lead), version("own", 1, "q"));
        refused(house.lead, version("own", 2, "q"));
    }

    @Test
    void a_draft_of_a_case_is_published_by_who_did_not_file_it() throws Exception {
        ask(house.plain(house.agent), draft("case", house.agent.id().toString()));
        var id = new JdbcArticleDrafts(house.as(house.lead))
                .waiting(9).stream()
                        .filter(d -> d.text().id().slug().equals("case"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(approval(house.lead).publish(id)).isEqualTo(DraftApproval.Outcome.PUBLISHED);
        assertThat(ask(house.plain(house.agent), "select body from article_version where id = 'case'"))
                .containsExactly("own");
    }

    private static DraftApproval approval(StaffMember who) {
        Database mine = house.as(who);
        var time = new SettableTime();
        return new DraftApproval(
                who, new JdbcArticleDrafts(mine), new JdbcArticles(mine, time), new GatedAuditTrail(mine), mine, time);
    }

    @Test
    void a_recalled_version_is_put_back_into_use_by_nobody() throws Exception {
        house.owner.run(() ->
                new JdbcArticles(house.owner, new SettableTime()).publish(Written.chinese("wrong", "年费", "年费 1 元。")));
        ask(
                house.plain(house.lead),
                "insert into article_recall (id, slug, language, version, reason, notice, said_by, at) values"
                        + " (gen_random_uuid(), 'wrong', 'zh-CN', 1, 'x', '', '" + house.lead.id() + "', now())");
        ask(house.plain(house.lead), "update article set state = 'RETIRED' where id = 'wrong'");
        for (var who : List.of(house.expert, house.lead))
            refused(who, "update article set state = 'PUBLISHED' where id = 'wrong'");
    }

    @Test
    void feedback_is_given_in_ones_own_name_and_recalls_are_for_those_to_whom_it_is_given() throws Exception {
        String feedback = "insert into article_feedback (id, slug, language, version, kind, words, said_by, at, state,"
                + " answer) values (gen_random_uuid(), 'fees', 'zh-CN', 1, 'WRONG', 'x', '%s', now(), 'OPEN', '')";
        refused(house.agent, feedback.formatted(house.colleague.id()));
        ask(house.plain(house.agent), feedback.formatted(house.agent.id()));
        assertThat(ask(house.plain(house.colleague), "select id from article_feedback"))
                .isEmpty();
        assertThat(ask(house.plain(house.expert), "select words from article_feedback"))
                .containsExactly("x");
        refused(house.agent, "update article_feedback set state = 'DONE'");
        refused(house.agent, "select * from article_recall");
        String told = "insert into article_recall_contact (recall, contact, way, done_by, at)"
                + " values (gen_random_uuid(), gen_random_uuid(), '%s', '%s', now())";
        refused(house.lead, told.formatted("SMS_PUT_OUT", house.lead.id()));
        refused(house.lead, told.formatted("SMS_WISHED", house.expert.id()));
    }
}
