package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleExport;
import amends.knowledge.ArticleExport.Step;
import amends.knowledge.ArticleSource;
import amends.knowledge.ArticleText;
import amends.knowledge.Flow;
import amends.knowledge.FlowExport;
import amends.knowledge.Manuscript;
import amends.knowledge.Stewardship;
import amends.knowledge.WordsSync;
import amends.knowledge.folder.ArticlePage;
import amends.knowledge.folder.FlowFolder;
import amends.knowledge.folder.FolderMark;
import amends.knowledge.folder.WordsFile;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcAttachmentContents;
import amends.knowledge.jdbc.JdbcFlows;
import amends.knowledge.jdbc.JdbcManuscripts;
import amends.knowledge.jdbc.JdbcStewardships;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "What did not change stays byte by byte as it was. An article or a flow that was changed in the folder and"
                    + " not yet imported is told and left as it is. A new folder gets a mark, the file .amends, by which"
                    + " it is told apart from others: keep it with the folder."
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

    private KbFiles files;
    private int written;
    private int same;
    private int removed;
    private int left;
    private int unfit;

    @Override
    public Integer call() throws IOException, YamlMistakes {
        try (Database database = where.open()) {
            KbFolder inFolder = inFolder(database);
            files = new KbFiles(new JdbcAttachmentContents(database));
            var stewards = new Stewards(database);
            String mark = mark(inFolder);
            ArticleExport export = KbBooks.exporting(database, Timekeeper.system(), mark);
            var flows = new FlowExport(new JdbcFlows(database, Timekeeper.system()));
            for (Step step : export.steps(inFolder.articles(), overwrite)) carryOut(step, export, stewards);
            for (FlowExport.Step step : flows.steps(inFolder.flows(), overwrite)) carryOut(step);
            words(inFolder, KbBooks.words(database, Timekeeper.system(), mark));
            if (drafts != null)
                for (Manuscript manuscript : new JdbcManuscripts(database).open()) draft(manuscript.text(), stewards);
        }
        System.out.printf("%d written, %d unchanged, %d removed%n", written, same, removed);
        if (left > 0)
            throw new Trouble(
                    Exit.BAD_CONFIGURATION,
                    left == 1
                            ? "1 file was changed in the folder and is left as it is: import it, or say --overwrite"
                            : left + " files were changed in the folder and are left as they are: import them, or say"
                                    + " --overwrite");
        if (unfit > 0)
            throw new Trouble(
                    Exit.BAD_CONFIGURATION,
                    unfit == 1
                            ? "1 article is not written: let its author write it anew"
                            : unfit + " articles are not written: let their authors write them anew");
        return Exit.OK;
    }

    /** A folder in which a file cannot be read is not written into: it might be the one that holds somebody's work. */
    private KbFolder inFolder(Database database) throws IOException {
        if (!Files.isDirectory(folder)) return KbFolder.NOTHING;
        var articles = new JdbcArticles(database, Timekeeper.system());
        KbFolder read =
                KbFolder.read(folder, id -> articles.byId(id).isPresent(), new JdbcAttachmentContents(database)::has);
        if (read.mistakes().isEmpty() || overwrite) return read;
        throw new Trouble(
                Exit.BAD_CONFIGURATION,
                String.join(System.lineSeparator(), read.mistakes()) + System.lineSeparator()
                        + Counted.of(read.mistakes().size(), "file") + " with mistakes; nothing is exported.");
    }

    /** Only a folder that holds nothing yet is a new one: in every other the versions are known that it was left with. */
    private String mark(KbFolder inFolder) throws IOException {
        boolean fresh = inFolder.mark().equals(FolderMark.NONE)
                && inFolder.articles().isEmpty()
                && inFolder.mistakes().isEmpty();
        return fresh ? FolderMark.make(folder) : inFolder.mark();
    }

    /** One that has no place in a folder keeps none of the others from being written. */
    private boolean isUnfit(ArticleText text) {
        Optional<String> why = files.fault(text);
        why.ifPresent(w -> System.out.println("not written " + text.id() + ": " + w));
        if (why.isPresent()) unfit++;
        return why.isPresent();
    }

    private void draft(ArticleText text, Stewards stewards) throws IOException {
        if (isUnfit(text)) return;
        String place = ArticlePage.place(text);
        written += files.write(drafts, place, text);
        write(drafts, place, stewards.page(text));
    }

    private void words(KbFolder inFolder, WordsSync sync) throws IOException {
        switch (sync.step(inFolder.words(), overwrite)) {
            case WordsSync.Step.Nothing n -> {}
            case WordsSync.Step.Left l -> told("changed here ", WordsFile.PLACE);
            case WordsSync.Step.Write(var list) -> {
                write(folder, WordsFile.PLACE, list.source());
                sync.done(list);
            }
        }
    }

    private void carryOut(FlowExport.Step step) throws IOException {
        switch (step) {
            case FlowExport.Step.Write(Flow flow) ->
                write(folder, FlowFolder.place(flow.id()), flow.text().source());
            case FlowExport.Step.Same(var id) -> same++;
            case FlowExport.Step.Remove(String was) -> remove(was);
            case FlowExport.Step.Left(String was) -> told("changed here ", was);
        }
    }

    private void carryOut(Step step, ArticleExport export, Stewards stewards) throws IOException {
        switch (step) {
            case Step.Write(var article, var was) when isUnfit(article.text()) -> {}
            case Step.Write(var article, var was) -> {
                String place = ArticlePage.place(article.text());
                written += files.write(folder, place, article.text());
                write(folder, place, stewards.page(article.text()));
                if (was.isPresent() && !isSame(was.get(), place)) remove(was.get());
                export.done(step);
            }
            case Step.Same(var id, int version) -> {
                same++;
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

    /** Names that differ by case or by how an accent is coded are one file in some file systems. */
    private boolean isSame(String was, String place) throws IOException {
        Path old = within(folder, was);
        return was.replace('\\', '/').equals(place)
                || Files.exists(old) && Files.isSameFile(old, within(folder, place));
    }

    private void told(String what, String name) {
        System.out.println(what + name);
        left++;
    }

    private void remove(String name) throws IOException {
        Files.deleteIfExists(within(folder, name));
        if (name.endsWith(".md")) files.remove(folder, name);
        System.out.println("removed " + name);
        removed++;
    }

    /** Categories are paths that people typed: none leads out of the folder. */
    static Path within(Path folder, String place) {
        Path whole = folder.toAbsolutePath().normalize();
        Path file = whole.resolve(place).normalize();
        if (!file.startsWith(whole))
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
            return ArticlePage.write(
                    new ArticleSource("", text, owner, steward.reviewDue(), ArticleSource.Contents.NONE));
        }
    }
}
