package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleId;
import amends.knowledge.Recall.Listed;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recall.Way;
import amends.knowledge.Recalling;
import amends.knowledge.Recalling.Answer;
import amends.knowledge.UsedArticles.How;
import amends.knowledge.UsedArticles.Use;
import amends.knowledge.Written;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcRecallsTest {
    private static final UUID AGENT = new UUID(1, 1);
    private static final ArticleId ID = Written.chinese("fees", "年费", "x").id();

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcArticles articles;
    private JdbcRecalls recalls;
    private Recalling lead;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        articles = new JdbcArticles(database, time);
        recalls = new JdbcRecalls(database);
        lead = recalling(Role.LEAD);
        articles.publish(Written.chinese("fees", "年费", "年费 100 元。"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Recalling recalling(Role role) {
        var books = new Recalling.Books(
                recalls, articles, new JdbcDuties(database), new JdbcAuditTrail(database), database);
        return new Recalling(
                new StaffMember(new UUID(1, role.ordinal()), "x", "x", "1", Set.of(role)), books, () -> {}, time);
    }

    private UUID used(int version) {
        UUID contact = Ids.next();
        time.pass(Duration.ofMinutes(1));
        new JdbcUsedArticles(database).mark(new Use(contact, ID, version, AGENT, time.now(), How.SEARCHED));
        return contact;
    }

    @Test
    void a_recalled_version_goes_out_of_use_and_its_contacts_are_listed_the_latest_first() {
        UUID first = used(1);
        UUID second = used(1);
        assertThat(lead.recall(ID, 1, "")).isEqualTo(Answer.NO_REASON);
        assertThat(lead.recall(ID, 2, "错")).isEqualTo(Answer.NO_SUCH_VERSION);
        assertThat(lead.recall(ID, 1, "年费\n是 200 元")).isEqualTo(Answer.DONE);
        assertThat(lead.recall(ID, 1, "again")).isEqualTo(Answer.RECALLED_ALREADY);

        assertThat(articles.byId(ID))
                .hasValueSatisfying(a -> assertThat(a.retired()).isTrue());
        assertThat(lead.all())
                .singleElement()
                .satisfies(l -> assertThat(l.recall().reason()).isEqualTo("年费 是 200 元"))
                .extracting(Listed::told, Listed::reached)
                .containsExactly(2, 0);
        assertThat(lead.told(lead.all().getFirst().recall().id()))
                .extracting(Told::contact)
                .containsExactly(second, first);
        assertThat(recalls.wrongVersions(ID)).containsExactly(1);
    }

    @Test
    void an_older_version_is_recalled_and_the_one_in_use_stays() {
        articles.publish(Written.chinese("fees", "年费", "年费 200 元。"));
        used(2);
        UUID told = used(1);
        assertThat(lead.recall(ID, 1, "错")).isEqualTo(Answer.DONE);
        assertThat(articles.byId(ID))
                .hasValueSatisfying(a -> assertThat(a.retired()).isFalse());
        assertThat(lead.told(lead.all().getFirst().recall().id()))
                .extracting(Told::contact)
                .containsExactly(told);
    }

    @Test
    void what_is_wished_stands_until_it_is_done_and_is_not_wished_twice() {
        UUID one = used(1);
        UUID other = used(1);
        lead.recall(ID, 1, "错");
        UUID recall = lead.all().getFirst().recall().id();
        assertThat(lead.write(recall, List.of(one), " ")).isEqualTo(Answer.NO_NOTICE);
        assertThat(lead.write(recall, List.of(one), "年费是 200 元")).isEqualTo(Answer.DONE);
        assertThat(lead.callBack(recall, List.of(one, other))).isEqualTo(Answer.DONE);
        assertThat(recalls.told(recall, Way.SMS_WISHED, 9))
                .extracting(Told::contact)
                .containsExactly(one);
        assertThat(recalls.told(recall, Way.CALLBACK_WISHED, 9))
                .extracting(Told::contact)
                .containsExactly(other);

        recalls.put(recall, one, Way.SMS_PUT_OUT, Optional.of(Ids.next()), Optional.empty(), time.now());
        assertThat(lead.all().getFirst().reached()).isEqualTo(1);
        assertThat(recalls.byId(recall))
                .hasValueSatisfying(r -> assertThat(r.notice()).isEqualTo("年费是 200 元"));
    }

    @Test
    void whoever_is_wished_for_is_found_however_many_were_told_and_those_not_reached_come_first() {
        UUID oldest = used(1);
        database.run(() -> {
            var used = new JdbcUsedArticles(database);
            for (int i = 0; i < 1_000; i++)
                used.mark(new Use(Ids.next(), ID, 1, AGENT, time.now().plus(Duration.ofMinutes(1)), How.SEARCHED));
        });
        time.pass(Duration.ofHours(1));
        UUID latest = used(1);
        lead.recall(ID, 1, "错");
        UUID recall = lead.all().getFirst().recall().id();

        assertThat(lead.callBack(recall, List.of(oldest, latest, Ids.next()))).isEqualTo(Answer.DONE);

        assertThat(recalls.told(recall, Way.CALLBACK_WISHED, 9))
                .extracting(Told::contact)
                .containsExactly(oldest, latest);
        assertThat(lead.told(recall)).hasSize(1_000).extracting(Told::way).containsOnly(Way.FOUND);
    }

    @Test
    void agents_and_inspectors_recall_nothing_and_see_nobody() {
        used(1);
        lead.recall(ID, 1, "错");
        UUID recall = lead.all().getFirst().recall().id();
        for (Role role : new Role[] {Role.AGENT, Role.INSPECTOR}) {
            Recalling other = recalling(role);
            assertThat(other.recall(ID, 1, "x")).isEqualTo(Answer.NOT_PERMITTED);
            assertThat(other.callBack(recall, List.of())).isEqualTo(Answer.NOT_PERMITTED);
            assertThat(other.write(recall, List.of(), "x")).isEqualTo(Answer.NOT_PERMITTED);
            assertThat(other.all()).isEmpty();
            assertThat(other.told(recall)).isEmpty();
        }
    }
}
