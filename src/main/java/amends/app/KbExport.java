package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleExport;
import amends.knowledge.ArticleExport.Step;
import amends.knowledge.ArticleSource;
import amends.knowledge.ArticleText;
import amends.knowledge.Flow;
import amends.knowledge.Manuscript;
import amends.knowledge.Stewardship;
import amends.knowledge.folder.ArticleFolder;
import amends.knowledge.folder.ArticlePage;
import amends.knowledge.folder.FlowFolder;
import amends.knowledge.jdbc.JdbcFlows;
import amends.knowledge.jdbc.JdbcManuscripts;
import amends.knowledge.jdbc.JdbcStewardships;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Writes the articles and flows in use into a folder, as 'kb import' reads them.",
            "What did not change stays byte by byte as it was. An article that was changed in the folder and not yet"
                    + " imported is told and left as it is."
        },
        mixinStandardHelpOptions = true)
final class KbExport implements Callable<Integer> {
    @Mixin
    DbCommand.Where where;

    @Parameters(paramLabel = "DIR")
    Path folder;

    @Option(names = "--overwrite", description = "What was changed in the folder gives way to the database.")
    boolean overwrite;

    @Option(
            names = "--drafts",
            paramLabel = "DIR",
            description = "Also writes what is being written and reviewed, into a folder of its own.")
    Path drafts;

    private int written;
    private int same;
    private int removed;
    private int left;

    @Override
    public Integer call() throws IOException, YamlMistakes {
        List<ArticleSource> inFolder = inFolder();
        try (Database database = where.open()) {
            ArticleExport export = KbBooks.exporting(database, Timekeeper.system());
            var stewards = new Stewards(database);
            for (Step step : export.steps(inFolder, overwrite)) carryOut(step, export, stewards);
            for (Flow flow : new JdbcFlows(database, Timekeeper.system()).inUse())
                write(folder, FlowFolder.place(flow.id()), flow.text().source());
            if (drafts != null)
                for (Manuscript manuscript : new JdbcManuscripts(database).open())
                    write(drafts, ArticlePage.place(manuscript.text()), stewards.page(manuscript.text()));
        }
        System.out.printf("%d written, %d unchanged, %d removed%n", written, same, removed);
        if (left > 0)
            throw new Trouble(
                    Exit.BAD_CONFIGURATION,
                    left + " articles were changed in the folder and are left as they are: import them, or say"
                            + " --overwrite");
        return Exit.OK;
    }

    /** A folder in which a file cannot be read is not written into: it might be the one that holds somebody's work. */
    private List<ArticleSource> inFolder() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        ArticleFolder.Read read = ArticleFolder.read(folder);
        if (read.mistakes().isEmpty() || overwrite) return read.sources();
        throw new Trouble(
                Exit.BAD_CONFIGURATION,
                String.join(System.lineSeparator(), read.mistakes()) + System.lineSeparator()
                        + read.mistakes().size() + " files with mistakes; nothing is exported.");
    }

    private void carryOut(Step step, ArticleExport export, Stewards stewards) throws IOException {
        switch (step) {
            case Step.Write(var article, var was) -> {
                String place = ArticlePage.place(article.text());
                write(folder, place, stewards.page(article.text()));
                if (was.filter(w -> !w.replace('\\', '/').equals(place)).isPresent()) remove(was.get());
                export.done(step);
            }
            case Step.Remove(var id, String was) -> {
                remove(was);
                export.done(step);
            }
            case Step.Left(var id, String was) -> told("changed here ", was);
            case Step.Conflict(var id, String was) -> told("changed both ", was);
        }
    }

    private void told(String what, String name) {
        System.out.println(what + name);
        left++;
    }

    private void remove(String name) throws IOException {
        Files.deleteIfExists(within(folder, name));
        System.out.println("removed " + name);
        removed++;
    }

    /** Categories are paths that people typed: none leads out of the folder. */
    private static Path within(Path folder, String place) {
        Path file = folder.resolve(place).normalize();
        if (!file.startsWith(folder.normalize()))
            throw new Trouble(Exit.BAD_CONFIGURATION, place + ": leads out of the folder; nothing is written there");
        return file;
    }

    private void write(Path into, String place, String text) throws IOException {
        Path file = within(into, place);
        if (before(file).filter(text::equals).isPresent()) {
            same++;
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        written++;
        System.out.println(place);
    }

    private static Optional<String> before(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Who answers for articles, by login. */
    private static final class Stewards {
        private final Map<amends.knowledge.ArticleId, Stewardship> all;
        private final Map<UUID, String> logins;

        Stewards(Database database) {
            all = new JdbcStewardships(database).all();
            logins = new JdbcStaff(database)
                    .all().stream().collect(Collectors.toMap(StaffMember::id, StaffMember::login));
        }

        String page(ArticleText text) {
            Stewardship steward = all.getOrDefault(text.id(), Stewardship.NONE);
            Optional<String> owner = steward.owner().map(logins::get);
            return ArticlePage.write(new ArticleSource("", text, owner, steward.reviewDue()));
        }
    }
}
