package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Audience;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcHouseWords;
import amends.knowledge.jdbc.JdbcPhrasings;
import amends.knowledge.lucene.IndexSources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "kb",
        description = "The knowledge base: its articles, and finding them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KbImport.class,
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

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            there(folder);
            PrintWriter out = spec.commandLine().getOut();
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
                    out.println("The database is not asked for what it holds already: " + e.getMessage());
                }
            faultless(read);
            int words = read.words().map(w -> w.entries().size()).orElse(0);
            out.println(Counted.of(read.articles().size(), "article") + ", "
                    + Counted.of(read.flows().size(), "flow") + " and " + Counted.of(words, "everyday word")
                    + ", no mistakes");
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
                    var model = KnowledgeRoom.model(home);
                    var base = KnowledgeRoom.base(
                            home,
                            new IndexSources(
                                    new JdbcArticles(database, Timekeeper.system()),
                                    new JdbcPhrasings(database),
                                    new JdbcHouseWords(database),
                                    model),
                            Timekeeper.system())) {
                if (!base.awaitUpToDate(PATIENCE)) throw new Trouble(Exit.UNAVAILABLE, "the articles do not answer");
                base.awaitConfirmed(PATIENCE);
                base.awaitMeanings(PATIENCE);
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

    static void there(Path folder) {
        if (Files.isRegularFile(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": is a file; a folder is wanted");
        if (!Files.isDirectory(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": there is no such folder");
    }

    /** @throws Trouble naming every mistake */
    static KbFolder faultless(KbFolder read) {
        read.warnings().forEach(warning -> System.out.println("warning: " + warning));
        if (read.mistakes().isEmpty()) return read;
        throw new Trouble(
                Exit.BAD_CONFIGURATION,
                String.join(System.lineSeparator(), read.mistakes()) + System.lineSeparator()
                        + Counted.of(read.mistakes().size(), "file") + " with mistakes; nothing is imported.");
    }
}
