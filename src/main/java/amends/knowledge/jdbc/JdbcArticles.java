package amends.knowledge.jdbc;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Articles as rows: one for the article, one for each text it had. */
public final class JdbcArticles implements Articles {
    private static final String TEXT = "v.id, v.language, v.version, v.title, v.questions, v.category, v.tags,"
            + " v.audience, v.valid_from, v.valid_until, v.body, v.sms, v.attachments";
    private static final String ARTICLE = "select " + TEXT + ", a.change_number, a.state from article a"
            + " join article_version v on v.id = a.id and v.language = a.language and v.version = a.version ";

    private final Database database;
    private final Timekeeper time;

    public JdbcArticles(Database database, Timekeeper time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public Optional<UUID> identity() {
        return database.handle(h -> h.select("select identity from article_change where identity is not null")
                .mapTo(UUID.class)
                .findOne());
    }

    @Override
    public long lastChange() {
        return database.handle(h ->
                h.select("select number from article_change").mapTo(Long.class).one());
    }

    @Override
    public List<Article> changedSince(long change, int most) {
        return database.handle(
                h -> h.select(ARTICLE + "where a.change_number > ? order by a.change_number limit ?", change, most)
                        .map(JdbcArticles::article)
                        .list());
    }

    @Override
    public Optional<Article> byId(ArticleId id) {
        return database.handle(h -> find(h, id));
    }

    private static Optional<Article> find(Handle handle, ArticleId id) {
        return handle.select(
                        ARTICLE + "where a.id = ? and a.language = ?",
                        id.slug(),
                        id.language().tag())
                .map(JdbcArticles::article)
                .findOne();
    }

    @Override
    public List<Article> inUse() {
        return database.handle(h -> h.select(ARTICLE + "where a.state = 'PUBLISHED' order by a.id, a.language")
                .map(JdbcArticles::article)
                .list());
    }

    @Override
    public Optional<ArticleText> version(ArticleId id, int version) {
        return database.handle(h -> h.select(
                        "select " + TEXT
                                + " from article_version v where v.id = ? and v.language = ? and v.version = ?",
                        id.slug(),
                        id.language().tag(),
                        version)
                .map((row, context) -> text(row))
                .findOne());
    }

    @Override
    public Article publish(ArticleText text) {
        return database.insertingHandle(handle -> {
            // The row of change numbers is written first: whoever else changes an article waits here.
            long change = nextChange(handle);
            int version = find(handle, text.id()).map(Article::version).orElse(0) + 1;
            point(handle, text.id(), version, change);
            insert(handle, text, version);
            return new Article(text, version, change, false);
        });
    }

    private static void point(Handle handle, ArticleId id, int version, long change) {
        String sql = version == 1
                ? "insert into article (version, state, change_number, id, language) values (?, 'PUBLISHED', ?, ?, ?)"
                : "update article set version = ?, state = 'PUBLISHED', change_number = ? where id = ? and language = ?";
        handle.execute(sql, version, change, id.slug(), id.language().tag());
    }

    private void insert(Handle handle, ArticleText text, int version) {
        handle.createUpdate("""
                        insert into article_version (id, language, version, title, questions, category, tags, audience,
                        valid_from, valid_until, body, sms, attachments, since) values (:id, :language, :version, :title,
                        :questions, :category, :tags, :audience, :from, :until, :body, :sms, :attachments, :since)""")
                .bind("id", text.id().slug())
                .bind("language", text.id().language().tag())
                .bind("version", version)
                .bind("title", text.title())
                .bind("questions", String.join("\n", text.questions()))
                .bind("category", text.category())
                .bind("tags", String.join("\n", text.tags()))
                .bind("audience", text.audience().name())
                .bindByType("from", text.validity().from().orElse(null), LocalDate.class)
                .bindByType("until", text.validity().until().orElse(null), LocalDate.class)
                .bind("body", text.body())
                .bind("sms", text.sms().orElse(null))
                .bind("attachments", AttachmentLines.of(text.attachments()))
                .bind("since", time.now())
                .execute();
    }

    @Override
    public void retire(ArticleId id) {
        database.handle(handle -> {
            long change = nextChange(handle);
            return handle.execute(
                    "update article set state = 'RETIRED', change_number = ?"
                            + " where id = ? and language = ? and state = 'PUBLISHED'",
                    change,
                    id.slug(),
                    id.language().tag());
        });
    }

    private static long nextChange(Handle handle) {
        handle.execute("update article_change set number = number + 1, identity = coalesce(identity, ?)", Ids.next());
        return handle.select("select number from article_change")
                .mapTo(Long.class)
                .one();
    }

    private static Article article(ResultSet row, StatementContext context) throws SQLException {
        return new Article(
                text(row),
                row.getInt("version"),
                row.getLong("change_number"),
                row.getString("state").equals("RETIRED"));
    }

    private static ArticleText text(ResultSet row) throws SQLException {
        return new ArticleText(
                new ArticleId(
                        row.getString("id"),
                        ArticleLanguage.ofTag(row.getString("language")).orElseThrow()),
                row.getString("title"),
                lines(row.getString("questions")),
                row.getString("category"),
                lines(row.getString("tags")),
                Audience.valueOf(row.getString("audience")),
                new Validity(
                        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                row.getString("body"),
                Optional.ofNullable(row.getString("sms")),
                AttachmentLines.safe(row.getString("attachments")));
    }

    private static List<String> lines(String joined) {
        return joined.lines().toList();
    }
}
