package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleImport.Keep;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Audience;
import amends.knowledge.FlowImport;
import amends.knowledge.Hit;
import amends.knowledge.ImportReport;
import amends.knowledge.ImportReport.Fate;
import amends.knowledge.Query;
import amends.knowledge.folder.WordsFile;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcFlows;
import amends.knowledge.jdbc.JdbcHouseWords;
import amends.knowledge.jdbc.JdbcPhrasings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "kb",
        description = "The knowledge base: its articles, and finding them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KbCommand.Import.class,
            KbCommand.Search.class,
            KbFigures.class,
            KbCommand.Check.class,
            KbExport.class,
            KbBench.class
        })
final class KbCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Integer call() {
        return Main.run("kb", "--help");
    }

    @Command(
            name = "import",
            description = {
                "Takes over what a folder changed: new and changed articles are published, those whose files are gone"
                        + " are retired. What was changed in the database since stays.",
                "All of it or, when a single file has a mistake or an article was changed here and there, nothing."
            },
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
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

        @Override
        public Integer call() throws IOException, YamlMistakes {
            if (folder != null) there(folder);
            try (Database database = where.open()) {
                KbFolder read = folder == null ? ShippedArticles.read() : faultless(KbBooks.read(database, folder));
                if (read.articles().isEmpty()) throw new Trouble(Exit.NO_INPUT, folder + ": there are no articles");
                ImportReport report = all(database, read, keep());
                report.lines().stream()
                        .filter(line -> line.fate() != Fate.UNCHANGED)
                        .forEach(line -> System.out.printf("%-9s %s%n", word(line.fate()), line.name()));
                if (report.count(Fate.CONFLICT) > 0)
                    throw new Trouble(
                            Exit.BAD_CONFIGURATION,
                            report.count(Fate.CONFLICT) + " articles were changed in the folder and in the database;"
                                    + " nothing is imported. Say which to keep: --keep folder or --keep database");
                System.out.printf(
                        "%d new, %d changed, %d unchanged, %d gone, %d changed in the database and left%n",
                        report.count(Fate.NEW),
                        report.count(Fate.CHANGED),
                        report.count(Fate.UNCHANGED),
                        report.count(Fate.GONE),
                        report.count(Fate.KEPT));
            }
            return Exit.OK;
        }

        private Keep keep() {
            return switch (keep) {
                case "" -> Keep.NEITHER;
                case "folder" -> Keep.FOLDER;
                case "database" -> Keep.DATABASE;
                default -> throw new Trouble(Exit.USAGE, "--keep: folder or database, not '" + keep + "'");
            };
        }

        /** Articles and flows in one transaction: a flow names articles. */
        private static ImportReport all(Database database, KbFolder read, Keep keep) {
            return database.call(() -> {
                ImportReport articles = KbBooks.importing(database, Timekeeper.system(), read.mark())
                        .run(read.articles(), keep);
                if (articles.count(Fate.CONFLICT) > 0) return articles;
                words(database, read, keep);
                flows(new FlowImport(new JdbcFlows(database, Timekeeper.system()), database).run(read.flows()));
                return articles;
            });
        }

        private static void words(Database database, KbFolder read, Keep keep) {
            if (read.words().isEmpty()) return;
            Fate fate = KbBooks.words(database, Timekeeper.system(), read.mark())
                    .take(read.words().get(), keep);
            if (fate == Fate.CONFLICT)
                throw new Trouble(
                        Exit.BAD_CONFIGURATION,
                        WordsFile.PLACE + " was changed in the folder and in the database; nothing is imported. Say"
                                + " which to keep: --keep folder or --keep database");
            if (fate != Fate.UNCHANGED) System.out.printf("%-9s %s%n", word(fate), WordsFile.PLACE);
        }

        private static void flows(List<FlowImport.Line> lines) {
            lines.stream()
                    .filter(line -> line.fate() != Fate.UNCHANGED)
                    .forEach(line -> System.out.printf("%-9s %s%n", word(line.fate()), line.name()));
        }

        private static String word(Fate fate) {
            return fate.name().toLowerCase(Locale.ROOT);
        }
    }

    @Command(
            name = "check",
            description =
                    "Reads a folder of articles, flows and everyday words (synonyms.yaml) and names every mistake with its line. Imports nothing. Where a"
                            + " flow names an article that is not there, or a file was taken under earlier rules, the database is"
                            + " asked.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Mixin
        DbCommand.Where where;

        @Parameters(paramLabel = "DIR")
        Path folder;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            there(folder);
            var asked = new ArrayList<Object>();
            KbFolder read = KbFolder.read(
                    folder,
                    id -> {
                        asked.add(id);
                        return false;
                    },
                    digest -> {
                        asked.add(digest);
                        return false;
                    });
            if (!asked.isEmpty())
                try (Database database = where.open()) {
                    read = KbBooks.read(database, folder);
                } catch (Trouble e) {
                    System.out.println("The database is not asked for what it holds already: " + e.getMessage());
                }
            faultless(read);
            System.out.println(
                    read.articles().size() + " articles, " + read.flows().size() + " flows and "
                            + read.words().map(w -> w.entries().size()).orElse(0) + " everyday words, no mistakes");
            return Exit.OK;
        }
    }

    @Command(name = "search", description = "Finds articles as the desk does.", mixinStandardHelpOptions = true)
    static final class Search implements Callable<Integer> {
        @Mixin
        DbCommand.Where where;

        @Option(names = "--most", paramLabel = "N", description = "How many; by default ${DEFAULT-VALUE}.")
        int most = 10;

        @Option(
                names = "--reads",
                paramLabel = "LANGUAGE",
                description = "zh-CN or en: where an article is found in both; by default ${DEFAULT-VALUE}.")
        String reads = "zh-CN";

        @Option(names = "--category", paramLabel = "PATH", description = "Only below this category.")
        Optional<String> category = Optional.empty();

        @Option(names = "--tag", paramLabel = "TAG", description = "Only with this tag.")
        Optional<String> tag = Optional.empty();

        @Option(names = "--audience", paramLabel = "WHO", description = "Only written for: ${COMPLETION-CANDIDATES}.")
        Optional<Audience> audience = Optional.empty();

        @Option(names = "--language", paramLabel = "LANGUAGE", description = "Only in zh-CN or en.")
        Optional<String> only = Optional.empty();

        @Parameters(paramLabel = "WORDS", arity = "1..*")
        List<String> words;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            ArticleLanguage language = ArticleLanguage.ofTag(reads)
                    .orElseThrow(() -> new Trouble(Exit.USAGE, "--reads: zh-CN or en, not '" + reads + "'"));
            Home home = where.settings.home();
            try (Database database = where.open();
                    var base = KnowledgeRoom.base(
                            home,
                            new JdbcArticles(database, Timekeeper.system()),
                            new JdbcPhrasings(database),
                            new JdbcHouseWords(database),
                            Timekeeper.system())) {
                if (!base.awaitUpToDate(PATIENCE)) throw new Trouble(Exit.UNAVAILABLE, "the articles do not answer");
                var within = new Query.Within(category, tag, audience, only.flatMap(ArticleLanguage::ofTag));
                var query = new Query(String.join(" ", words), Audience.AGENT, language, most, within);
                List<Hit> hits = base.search(query).hits();
                for (int rank = 1; rank <= hits.size(); rank++) print(rank, hits.get(rank - 1));
                if (hits.isEmpty())
                    System.out.println(
                            new JdbcArticles(database, Timekeeper.system())
                                            .inUse()
                                            .isEmpty()
                                    ? "Nothing was found: there are no articles yet. 'amends kb import' takes in those of the"
                                            + " demo bank, 'amends kb import DIR' yours."
                                    : "Nothing was found.");
                base.awaitSpelling(PATIENCE);
                base.meant(query).ifPresent(meant -> System.out.println("Did you mean: " + meant));
            }
            return Exit.OK;
        }

        private static void print(int rank, Hit hit) {
            System.out.printf(
                    "%2d  %s  [%s]%n    %s%n",
                    rank, hit.title().text(), hit.article().id(), hit.excerpt().text());
        }
    }

    private static void there(Path folder) {
        if (Files.isRegularFile(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": is a file; a folder is wanted");
        if (!Files.isDirectory(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": there is no such folder");
    }

    /** @throws Trouble naming every mistake */
    private static KbFolder faultless(KbFolder read) {
        read.warnings().forEach(warning -> System.out.println("warning: " + warning));
        if (read.mistakes().isEmpty()) return read;
        throw new Trouble(
                Exit.BAD_CONFIGURATION,
                String.join(System.lineSeparator(), read.mistakes()) + System.lineSeparator()
                        + read.mistakes().size() + " files with mistakes; nothing is imported.");
    }
}
