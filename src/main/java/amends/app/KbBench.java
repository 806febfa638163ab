package amends.app;

import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.EmbeddingModel;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.knowledge.lucene.IndexSources;
import amends.knowledge.lucene.LuceneKnowledgeBase;
import amends.knowledge.onnx.OnnxEmbeddings;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the search on a set of questions with known answers, or on as many made-up entries as one likes. */
@Command(
        name = "bench",
        description = {
            "Measures the search: indexes DIR/corpus.tsv (id, tab, text) and asks every DIR/queries*.tsv (id, tab, text),",
            "judging by the DIR/qrels*.tsv of the same part: queries.dev.homo.tsv by qrels.dev.tsv, queries_homo.tsv by",
            "qrels.tsv; where names do not tell, by the one that judges the most of its questions.",
            "Judgements are (question, 0, id, grade), (question, id, grade) or (question, id), between tabs or blanks; with",
            "tabs, ids may have blanks in them. A text may be 'title | phrasing | answer'. A first line that names",
            "columns, a mark of byte order and ends of lines of Windows are taken as they come; of an id that stands",
            "there twice the first counts, and it is told."
        },
        mixinStandardHelpOptions = true)
final class KbBench implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Of made-up entries. */
    private static final int ASKED = 2_000;
    /** Questions until the compiler has seen to the way of a question. */
    private static final int WARM = 2_000;
    /** Of another kind than those before. */
    private static final int WARM_AGAIN = 300;
    /** A handful is not asked more often. */
    private static final int ROUNDS = 20;

    @Parameters(paramLabel = "DIR", arity = "0..1")
    Path folder;

    @Option(
            names = "--confirm",
            paramLabel = "FILE",
            description =
                    "Confirmed answers (question, tab, id) that the search learns from first, each another agent's.")
    Path confirmed;

    @Option(
            names = "--synthetic",
            paramLabel = "N",
            description = "Instead of DIR: N entries made up of the shipped articles' sentences, the same each time, in"
                    + " an index on disk. Says how long it takes to make, to open and to ask.")
    Integer synthetic;

    @Option(names = "--words-alone", description = "Asks by words alone, without what texts mean.")
    boolean wordsAlone;

    @Option(names = "--json", description = "Prints an array of figures instead of a table.")
    boolean json;

    @Spec
    CommandSpec spec;

    private final Timekeeper time = Timekeeper.system();

    @Override
    public Integer call() throws IOException {
        if ((folder == null) == (synthetic == null))
            throw new Trouble(Exit.USAGE, "either a folder or --synthetic N, and not both");
        if (synthetic != null && confirmed != null)
            throw new Trouble(Exit.USAGE, "--confirm names entries of a folder, and made-up ones have none");
        if (synthetic != null && synthetic < 1)
            throw new Trouble(Exit.USAGE, "--synthetic: one entry at least, not " + synthetic);
        Logs.to(Files.createTempDirectory("amends-bench"), false);
        try (var model = new OnnxEmbeddings(Optional.empty())) {
            EmbeddingModel used = wordsAlone ? EmbeddingModel.NONE : model;
            if (synthetic != null) print(List.of(new SyntheticBench(synthetic, ASKED, used, time).measured()));
            else measure(new BenchFolder(folder, spec.commandLine().getErr()), used);
        }
        return Exit.OK;
    }

    private void measure(BenchFolder set, EmbeddingModel model) throws IOException {
        var articles = new BenchCorpus(set.corpus());
        var learned = new BenchLearning(time);
        if (confirmed != null) learned.take(BenchFolder.confirmations(confirmed, articles));
        long began = time.nanos();
        var sources = IndexSources.of(articles).with(learned).with(model);
        try (var base = LuceneKnowledgeBase.open(Optional.empty(), sources, time, ZoneId.systemDefault())) {
            if (!base.awaitUpToDate(PATIENCE)) throw new Trouble(Exit.FAILED, "the index was not made in time");
            double indexMillis = (time.nanos() - began) / 1e6;
            base.awaitConfirmed(PATIENCE);
            base.awaitMeanings(PATIENCE);
            List<Map<String, Object>> rows = new ArrayList<>();
            int warm = WARM;
            for (Path queries : set.questionFiles()) {
                warmUp(base, set.questions(queries).values(), warm);
                rows.add(row(base, set, queries, indexMillis));
                warm = WARM_AGAIN;
            }
            print(rows);
        }
    }

    private Map<String, Object> row(LuceneKnowledgeBase base, BenchFolder set, Path queries, double indexMillis)
            throws IOException {
        Map<String, Set<String>> answers = set.answers(queries);
        Map<String, String> questions = set.questions(queries);
        var score = new BenchScore();
        questions.forEach((id, text) -> {
            Set<String> right = answers.get(id);
            if (right == null) return;
            long began = time.nanos();
            List<String> found = ask(base, text);
            score.add(found, right, (time.nanos() - began) / 1e6);
        });
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("queries", queries.getFileName().toString());
        score.into(row);
        row.put("docs", set.corpus().size());
        row.put("index_ms", Math.round(indexMillis));
        row.put("index_bytes", base.bytes());
        return row;
    }

    /** What is measured is a desk in the middle of its day. */
    private static void warmUp(LuceneKnowledgeBase base, Collection<String> questions, int most) {
        if (questions.isEmpty()) return;
        long asked = Math.min(most, (long) ROUNDS * questions.size());
        Stream.generate(() -> questions)
                .flatMap(Collection::stream)
                .limit(asked)
                .forEach(text -> ask(base, text));
    }

    static List<String> ask(LuceneKnowledgeBase base, String text) {
        return base.search(Query.byAgent(text, ArticleLanguage.ZH_CN, BenchScore.DEPTH)).hits().stream()
                .map(Hit::article)
                .map(a -> a.id().slug())
                .toList();
    }

    private void print(List<Map<String, Object>> rows) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(rows));
            out.flush();
            return;
        }
        if (synthetic != null) {
            rows.getFirst().forEach((what, figure) -> out.printf("%-12s %s%n", what, figure));
            out.flush();
            return;
        }
        out.printf("%-28s %6s %7s %7s %7s %7s %7s %7s%n", "", "n", "MRR@10", "R@1", "R@10", "nDCG", "p50", "p99");
        for (Map<String, Object> row : rows)
            out.printf(
                    "%-28s %6s %7.3f %7.3f %7.3f %7.3f %7.2f %7.2f%n",
                    row.get("queries"),
                    row.get("n"),
                    row.get("mrr10"),
                    row.get("recall1"),
                    row.get("recall10"),
                    row.get("ndcg10"),
                    row.get("p50_ms"),
                    row.get("p99_ms"));
        out.flush();
    }
}
