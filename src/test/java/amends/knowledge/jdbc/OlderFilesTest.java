package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.OlderTables;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleMistake;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentBox;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.FileKind;
import amends.knowledge.Manuscript;
import amends.knowledge.SomeFiles;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Files that lay beside an article, whatever its version, as the tables before version 49 had them. */
@OnEachEngine
class OlderFilesTest {
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.EN);
    private static final ArticleId LOSS = new ArticleId("loss", ArticleLanguage.EN);
    private static final byte[] SHARED = SomeFiles.picture("png", 9, 8);
    private static final byte[] LONG = SomeFiles.picture("png", 5000, 20);
    private static final byte[] FORM = SomeFiles.text("%PDF-1.7 /JavaScript");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();

    private static void before(Connection connection) throws SQLException {
        try (var rows = connection.createStatement()) {
            for (String slug : List.of("fees", "loss"))
                rows.execute("insert into article (id, language, version, state, change_number) values ('" + slug
                        + "', 'en', 2, 'PUBLISHED', " + (slug.equals("fees") ? 1001 : 1002) + ")");
            for (String version : List.of("'fees', 'en', 1", "'fees', 'en', 2", "'loss', 'en', 2"))
                rows.execute("insert into article_version (id, language, version, title, questions, category, tags,"
                        + " audience, body, since) values (" + version
                        + ", 'What it costs', '', 'cards', '', 'AGENT', '100 yuan', timestamp '2026-01-01 00:00:00')");
            rows.execute("insert into article_manuscript (id, slug, language, open_for, title, questions, category,"
                    + " tags, audience, body, state, based_on, author, writer, written, words, revision) values ('"
                    + new UUID(7, 7) + "', 'fees', 'en', '" + FEES + "', 'What it costs', '', 'cards', '', 'AGENT',"
                    + " '200 yuan', 'DRAFT', 2, '" + new UUID(1, 1) + "', '" + new UUID(1, 1)
                    + "', timestamp '2026-01-01 00:00:00', '', 1)");
        }
        put(connection, "fees", "Plan.png", "PNG", SHARED);
        put(connection, "fees", "plan.png", "PNG", SHARED);
        put(connection, "fees", "com5.png", "PNG", LONG);
        put(connection, "fees", "x".repeat(59) + "-.pdf", "PDF", FORM);
        put(connection, "loss", "step.png", "PNG", SHARED);
    }

    private static void put(Connection connection, String slug, String name, String kind, byte[] bytes)
            throws SQLException {
        try (var row = connection.prepareStatement("insert into article_file (id, slug, language, name, kind, bytes,"
                + " added_by, at) values (?, ?, 'en', ?, ?, ?, ?, timestamp '2026-01-01 00:00:00')")) {
            row.setObject(1, UUID.randomUUID());
            row.setString(2, slug);
            row.setString(3, name);
            row.setString(4, kind);
            row.setBytes(5, bytes);
            row.setObject(6, new UUID(1, 1));
            row.execute();
        }
    }

    private Authoring author(Database database, Role role) {
        var books = new Authoring.Books(
                new JdbcArticles(database, time),
                new JdbcAttachmentContents(database),
                new JdbcManuscripts(database),
                new JdbcStewardships(database),
                new JdbcAuditTrail(database),
                database);
        String login = role.name();
        var member = new StaffMember(UUID.nameUUIDFromBytes(login.getBytes()), login, login, "1", Set.of(role));
        return new Authoring(member, books, () -> {}, time);
    }

    @Test
    void they_are_read_with_the_version_in_use_and_with_what_is_written_and_that_can_be_published() {
        DatabaseAddress address = engine.newDatabase(folder);
        OlderTables.fill(address, "048", OlderFilesTest::before);
        try (Database database = TestEngine.open(address)) {
            var articles = new JdbcArticles(database, time);
            Authoring expert = author(database, Role.EXPERT);
            Authoring lead = author(database, Role.LEAD);
            var box = new AttachmentBox(expert.who(), new JdbcAttachmentContents(database), articles, database, time);

            List<Attachment> inUse = box.of(FEES, 2);
            assertThat(inUse)
                    .extracting(a -> a.name().toLowerCase(java.util.Locale.ROOT))
                    .containsExactlyInAnyOrder("plan.png", "plan-2.png", "filecom5.png", "x".repeat(59) + ".pdf");
            assertThat(inUse).extracting(Attachment::kind).containsOnly(FileKind.PNG, FileKind.PDF);
            assertThat(ArticleMistake.of(articles.inUse().getFirst().text())).isEmpty();
            for (Attachment one : inUse) {
                byte[] bytes = box.bytes(one).orElseThrow();
                assertThat(one.size()).isEqualTo(bytes.length);
                byte[] was = one.kind() == FileKind.PDF ? FORM : one.name().contains("com") ? LONG : SHARED;
                assertThat(Arrays.equals(bytes, was)).as(one.name()).isTrue();
            }
            assertThat(box.of(FEES, 1)).isEmpty();
            assertThat(box.of(LOSS, 2)).extracting(Attachment::name).containsExactly("step.png");
            assertThat(database.<Integer>handle(h -> h.select("select count(*) from article_content")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(3);

            ArticleText draft = expert.piece(FEES).open().orElseThrow().text();
            assertThat(draft.attachments()).hasSize(4);
            assertThat(expert.submit(FEES, 1)).isInstanceOf(Answer.Done.class);
            Manuscript read = expert.piece(FEES).open().orElseThrow();
            assertThat(read.text().attachments()).isEqualTo(inUse);
            assertThat(lead.publish(FEES, read.revision())).isInstanceOf(Answer.Done.class);
            assertThat(expert.write(articles.version(LOSS, 2).orElseThrow(), 2, 0))
                    .isInstanceOf(Answer.Done.class);
        }
    }
}
