package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleText;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.Written;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcManuscripts;
import amends.knowledge.jdbc.JdbcStewardships;
import amends.staff.StaffMember;
import java.sql.SQLException;
import java.util.List;
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

        assertThat(lead.publish(FEES.id(), 2)).isInstanceOf(Answer.Done.class);
        assertThat(ask(house.plain(house.agent), "select body from article_version where id = 'fees'"))
                .containsExactly(FEES.body());
        refused(house.lead, "update article_manuscript set words = 'later'");
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
