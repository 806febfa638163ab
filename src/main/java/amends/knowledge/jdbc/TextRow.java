package amends.knowledge.jdbc;

import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** A text as the columns of a row, which are called the same wherever one is kept. */
final class TextRow {
    private TextRow() {}

    static <S extends SqlStatement<S>> S bind(S statement, ArticleText text) {
        return named(statement, text.id())
                .bind("title", text.title())
                .bind("questions", String.join("\n", text.questions()))
                .bind("category", text.category())
                .bind("tags", String.join("\n", text.tags()))
                .bind("audience", text.audience().name())
                .bindByType("from", text.validity().from().orElse(null), LocalDate.class)
                .bindByType("until", text.validity().until().orElse(null), LocalDate.class)
                .bind("body", text.body())
                .bind("sms", text.sms().orElse(null))
                .bind("attachments", AttachmentLines.of(text.attachments()));
    }

    static <S extends SqlStatement<S>> S named(S statement, ArticleId id) {
        return statement.bind("slug", id.slug()).bind("language", id.language().tag());
    }

    static ArticleId id(ResultSet row) throws SQLException {
        return new ArticleId(
                row.getString("slug"),
                ArticleLanguage.ofTag(row.getString("language")).orElseThrow());
    }

    static ArticleText text(ResultSet row) throws SQLException {
        return new ArticleText(
                id(row),
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
                AttachmentLines.read(row.getString("attachments")));
    }

    private static List<String> lines(String joined) {
        return joined.lines().toList();
    }
}
