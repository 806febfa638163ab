package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import amends.knowledge.ArticleExport;
import amends.knowledge.ArticleImport;
import amends.knowledge.ArticleSource;
import amends.knowledge.WordsSync;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcAttachmentContents;
import amends.knowledge.jdbc.JdbcHouseWords;
import amends.knowledge.jdbc.JdbcStewardships;
import amends.knowledge.jdbc.JdbcSyncedArticles;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Articles in the database and in a folder of files, wired. */
final class KbBooks {
    private KbBooks() {}

    /** @param mark the folder's */
    static ArticleImport importing(Database database, Timekeeper time, String mark) {
        return new ArticleImport(books(database, time, mark), database, time);
    }

    /** @param mark the folder's */
    static ArticleExport exporting(Database database, Timekeeper time, String mark) {
        return new ArticleExport(books(database, time, mark), database);
    }

    /** @param mark the folder's */
    static WordsSync words(Database database, Timekeeper time, String mark) {
        var words = new JdbcHouseWords(database);
        return new WordsSync(words, words.folder(mark), database, time);
    }

    private static ArticleImport.Books books(Database database, Timekeeper time, String mark) {
        return new ArticleImport.Books(
                new JdbcArticles(database, time),
                new JdbcAttachmentContents(database),
                new JdbcSyncedArticles(database, mark),
                new JdbcStewardships(database),
                login -> member(database, login));
    }

    /** What a folder holds, read with what the database knows: its articles satisfy flows, its people are owners. */
    static KbFolder read(Database database, Path folder) throws IOException {
        var articles = new JdbcArticles(database, Timekeeper.system());
        KbFolder read =
                KbFolder.read(folder, id -> articles.byId(id).isPresent(), new JdbcAttachmentContents(database)::has);
        Set<String> logins =
                new JdbcStaff(database).all().stream().map(StaffMember::login).collect(Collectors.toSet());
        return read.withMistakes(strangers(folder, read, logins));
    }

    private static List<String> strangers(Path folder, KbFolder read, Set<String> logins) throws IOException {
        var mistakes = new ArrayList<String>();
        for (ArticleSource source : read.articles())
            if (source.owner().filter(login -> !logins.contains(login)).isPresent())
                mistakes.add(new YamlMistakes(
                                Path.of(source.name()),
                                List.of(new Mistake(
                                        line(folder.resolve(source.name())),
                                        1,
                                        "owner: nobody has the login '"
                                                + source.owner().get() + "'")))
                        .getMessage());
        return mistakes;
    }

    private static int line(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).startsWith("owner")) return i + 1;
        return 0;
    }

    private static Optional<UUID> member(Database database, String login) {
        return new JdbcStaff(database)
                .all().stream()
                        .filter(m -> m.login().equals(login))
                        .map(StaffMember::id)
                        .findFirst();
    }
}
