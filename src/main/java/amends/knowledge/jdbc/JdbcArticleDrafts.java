package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleDraft;
import amends.knowledge.ArticleDrafts;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Drafts as rows of their own: the index is fed from the articles and never sees them. */
public final class JdbcArticleDrafts implements ArticleDrafts {
    private static final String WAITING =
            "select id, slug, language, title, questions, category, tags, audience, body, at, author from article_draft"
                    + " where state = 'WAITING'";
    private final Database database;

    public JdbcArticleDrafts(Database database) {
        this.database = database;
    }

    @Override
    public void add(ArticleDraft draft) {
        ArticleText text = draft.text();
        database.insertingHandle(h -> h.createUpdate("""
                        insert into article_draft (id, slug, language, title, questions, category, tags, audience, body,
                        at, state, reason) select :id, :slug, :language, :title, :questions, :category, :tags, :audience,
                        :body, cast(:at as timestamp(6) with time zone), 'WAITING', ''
                        where not exists (select 1 from article_draft where id = :id)""")
                .bind("id", draft.id())
                .bind("slug", text.id().slug())
                .bind("language", text.id().language().tag())
                .bind("title", text.title())
                .bind("questions", String.join("\n", text.questions()))
                .bind("category", text.category())
                .bind("tags", String.join("\n", text.tags()))
                .bind("audience", text.audience().name())
                .bind("body", text.body())
                .bind("at", draft.at())
                .execute());
    }

    @Override
    public List<ArticleDraft> waiting(int most) {
        return database.handle(h -> h.select(WAITING + " order by at, id limit ?", most)
                .map(JdbcArticleDrafts::draft)
                .list());
    }

    @Override
    public Optional<ArticleDraft> waiting(UUID id) {
        return database.handle(h -> h.select(WAITING + " and id = ?", id)
                .map(JdbcArticleDrafts::draft)
                .findOne());
    }

    @Override
    public boolean decide(UUID id, boolean published, UUID by, Instant at, String reason) {
        return database.handle(h -> h.createUpdate("""
                        update article_draft set state = :state, decided_by = :by, decided = :at, reason = :reason
                        where id = :id and state = 'WAITING'""")
                        .bind("state", published ? "PUBLISHED" : "DECLINED")
                        .bind("by", by)
                        .bind("at", at)
                        .bind("reason", reason)
                        .bind("id", id)
                        .execute()
                == 1);
    }

    private static ArticleDraft draft(ResultSet row, StatementContext context) throws SQLException {
        var text = new ArticleText(
                new ArticleId(
                        row.getString("slug"),
                        ArticleLanguage.ofTag(row.getString("language")).orElseThrow()),
                row.getString("title"),
                row.getString("questions").lines().toList(),
                row.getString("category"),
                row.getString("tags").lines().toList(),
                Audience.valueOf(row.getString("audience")),
                new Validity(Optional.empty(), Optional.empty()),
                row.getString("body"),
                Optional.empty());
        return new ArticleDraft(
                row.getObject("id", UUID.class),
                text,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("author", UUID.class)));
    }
}
