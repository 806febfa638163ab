package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleExport;
import amends.knowledge.ArticleImport;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcStewardships;
import amends.knowledge.jdbc.JdbcSyncedArticles;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.util.Optional;
import java.util.UUID;

/** Articles in the database and in a folder of files, wired. */
final class KbBooks {
    private KbBooks() {}

    static ArticleImport importing(Database database, Timekeeper time) {
        var books = new ArticleImport.Books(
                new JdbcArticles(database, time),
                new JdbcSyncedArticles(database),
                new JdbcStewardships(database),
                login -> member(database, login));
        return new ArticleImport(books, database);
    }

    static ArticleExport exporting(Database database, Timekeeper time) {
        return new ArticleExport(new JdbcArticles(database, time), new JdbcSyncedArticles(database), database);
    }

    private static Optional<UUID> member(Database database, String login) {
        return new JdbcStaff(database)
                .all().stream()
                        .filter(m -> m.login().equals(login))
                        .map(StaffMember::id)
                        .findFirst();
    }
}
