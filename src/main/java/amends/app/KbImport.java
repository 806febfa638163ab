package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleImport.Absent;
import amends.knowledge.ArticleImport.Keep;
import amends.knowledge.FlowImport;
import amends.knowledge.FolderLoss;
import amends.knowledge.ImportReport;
import amends.knowledge.ImportReport.Fate;
import amends.knowledge.folder.WordsFile;
import amends.knowledge.jdbc.JdbcFlows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Takes over what a folder changed: new and changed articles are published, those whose files are gone"
                    + " are retired. What was changed in the database since stays.",
            "All of it or, when a single file has a mistake or an article was changed here and there, nothing. Nothing"
                    + " either where more is gone than somebody takes out by hand (more than three and more than a tenth"
                    + " of the articles or the flows, or more than half of both): a part of the folder, or another one,"
                    + " would retire the rest."
        },
        mixinStandardHelpOptions = true)
final class KbImport implements Callable<Integer> {
    /** So many names are enough to know what is meant. */
    private static final int SOME = 3;

    @Mixin
    DbCommand.Where where;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "A folder with LANGUAGE/CATEGORY/ID.md; the articles that come with Amends if absent.")
    Path folder;

    @Option(
            names = "--keep",
            paramLabel = "SIDE",
            description = "folder or database: which text of an article stays that was changed in both. The other"
                    + " one stays among the versions, or in the folder.")
    String keep = "";

    @Option(
            names = "--preview",
            description =
                    "Says what would become of each article and flow, and changes nothing. Ends as the import would.")
    boolean preview;

    @ArgGroup
    Missing missing = new Missing();

    static final class Missing {
        @Option(
                names = "--retire-missing",
                description = "The folder is the whole: what is in use and not in it is retired, however much that is.")
        boolean retire;

        @Option(
                names = "--keep-missing",
                description = "The folder is a part: what is in use and not in it stays in use.")
        boolean keep;

        Absent absent() {
            return keep ? Absent.LEAVE : Absent.RETIRE;
        }
    }

    @Spec
    CommandSpec spec;

    /** What becomes of everything in the folder. @param words empty: it has no such file */
    private record Course(ImportReport articles, Optional<Fate> words, List<FlowImport.Line> flows) {
        boolean isConflict() {
            return articles.count(Fate.CONFLICT) > 0
                    || words.filter(Fate.CONFLICT::equals).isPresent();
        }

        FolderLoss flowLoss() {
            return FolderLoss.of(flows.stream().map(FlowImport.Line::fate).toList());
        }

        List<String> gone() {
            return Stream.concat(
                            articles.lines().stream()
                                    .filter(line -> line.fate() == Fate.GONE)
                                    .map(ImportReport.Line::name),
                            flows.stream()
                                    .filter(line -> line.fate() == Fate.GONE)
                                    .map(FlowImport.Line::name))
                    .toList();
        }
    }

    @Override
    public Integer call() throws IOException, YamlMistakes {
        if (folder != null) KbCommand.there(folder);
        Keep kept = kept();
        try (Database database = where.open()) {
            KbFolder read =
                    folder == null ? ShippedArticles.read() : KbCommand.faultless(KbBooks.read(database, folder));
            if (read.articles().isEmpty()) throw new Trouble(Exit.NO_INPUT, folder + ": there are no articles");
            // A flow names articles: all in one transaction.
            Course course = database.call(() -> {
                Course planned = course(database, read, kept, false);
                if (preview) print(planned);
                refuse(planned);
                if (preview) return planned;
                Course done = course(database, read, kept, true);
                // What somebody changed this very moment undoes it all.
                refuse(done);
                return done;
            });
            if (!preview) print(course);
            sum(course);
        }
        return Exit.OK;
    }

    private Keep kept() {
        return switch (keep) {
            case "" -> Keep.NEITHER;
            case "folder" -> Keep.FOLDER;
            case "database" -> Keep.DATABASE;
            default -> throw new Trouble(Exit.USAGE, "--keep: folder or database, not '" + keep + "'");
        };
    }

    /** @param carriedOut otherwise it is only said */
    private Course course(Database database, KbFolder read, Keep kept, boolean carriedOut) {
        var articles = KbBooks.importing(database, Timekeeper.system(), read.mark());
        var words = KbBooks.words(database, Timekeeper.system(), read.mark());
        var flows = new FlowImport(new JdbcFlows(database, Timekeeper.system()), database);
        Absent absent = missing.absent();
        return carriedOut
                ? new Course(
                        articles.run(read.articles(), kept, absent),
                        read.words().map(list -> words.take(list, kept)),
                        flows.run(read.flows(), absent))
                : new Course(
                        articles.plan(read.articles(), kept, absent),
                        read.words().map(list -> words.plan(list, kept)),
                        flows.plan(read.flows(), absent));
    }

    /** @throws Trouble where nothing is to be imported before somebody says how */
    private void refuse(Course planned) {
        if (planned.isConflict()) {
            if (!preview) conflicts(planned);
            long articles = planned.articles().count(Fate.CONFLICT);
            String what =
                    articles > 0 ? Counted.of(articles, "article was", "articles were") : WordsFile.PLACE + " was";
            throw new Trouble(
                    Exit.BAD_CONFIGURATION,
                    what + " changed in the folder and in the database; nothing is imported. Say which to keep:"
                            + " --keep folder or --keep database");
        }
        if (missing.retire || FolderLoss.isPlain(planned.articles().loss(), planned.flowLoss())) return;
        List<String> gone = planned.gone();
        if (gone.isEmpty()) return;
        throw new Trouble(Exit.BAD_CONFIGURATION, tooMuch(planned, gone));
    }

    private String tooMuch(Course planned, List<String> gone) {
        FolderLoss articles = planned.articles().loss();
        FolderLoss flows = planned.flowLoss();
        return String.format(
                "%d of %s and %d of %s that are in use are not in %s (%s%s): it may be a part of the"
                        + " whole, or another folder. Nothing is imported.%n--keep-missing leaves them in use,"
                        + " --retire-missing retires them; with --preview each is named.",
                articles.gone(),
                Counted.of(articles.gone() + articles.stay(), "article"),
                flows.gone(),
                Counted.of(flows.gone() + flows.stay(), "flow"),
                folder == null ? "what comes with Amends" : folder,
                gone.stream().limit(SOME).collect(Collectors.joining(", ")),
                gone.size() > SOME ? ", …" : "");
    }

    private void conflicts(Course planned) {
        planned.articles().lines().stream()
                .filter(line -> line.fate() == Fate.CONFLICT)
                .forEach(line -> line(line.fate(), line.name()));
    }

    private void print(Course course) {
        course.articles().lines().forEach(line -> line(line.fate(), line.name()));
        course.words().ifPresent(fate -> line(fate, WordsFile.PLACE));
        course.flows().forEach(line -> line(line.fate(), line.name()));
    }

    private void line(Fate fate, String name) {
        if (fate != Fate.UNCHANGED) out().printf("%-9s %s%n", fate.name().toLowerCase(Locale.ROOT), name);
    }

    private void sum(Course course) {
        ImportReport report = course.articles();
        out().printf(
                        "%d new, %d changed, %d unchanged, %d gone, %d changed in the database and left",
                        report.count(Fate.NEW),
                        report.count(Fate.CHANGED),
                        report.count(Fate.UNCHANGED),
                        report.count(Fate.GONE),
                        report.count(Fate.KEPT));
        long stay = report.count(Fate.MISSING);
        if (stay > 0) out().printf(", %d missing and left in use", stay);
        out().println();
        if (preview) out().println("Only a preview: nothing was changed.");
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
