package amends.app;

import amends.kernel.Timekeeper;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.knowledge.lucene.LuceneKnowledgeBase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the search on a set of questions with known answers. */
@Command(
        name = "bench",
        description = {
            "Measures the search: indexes DIR/corpus.tsv (id, text) and asks every DIR/queries*.tsv (id, text),",
            "judging by the DIR/qrels*.tsv of the same part (question, 0, id, 1)."
        },
        mixinStandardHelpOptions = true)
final class KbBench implements Callable<Integer> {
    private static final int DEPTH = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Parameters(paramLabel = "DIR")
    Path folder;

    @Option(
            names = "--confirm",
            paramLabel = "FILE",
            description =
                    "Confirmed answers (question, tab, id) that the search learns from first, each another agent's.")
    Path confirmed;

    @Option(names = "--json", description = "Prints an array of figures instead of a table.")
    boolean json;

    private final Timekeeper time = Timekeeper.system();

    @Override
    public Integer call() throws IOException {
        Logs.to(Files.createTempDirectory("amends-bench"), false);
        if (!Files.isDirectory(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": there is no such folder");
        Map<String, String> corpus = pairs(folder.resolve("corpus.tsv"));
        if (corpus.isEmpty()) throw new Trouble(Exit.NO_INPUT, folder.resolve("corpus.tsv") + ": there are no entries");
        if (questionFiles().isEmpty()) throw new Trouble(Exit.NO_INPUT, folder + ": there is no queries*.tsv");
        var articles = new BenchCorpus(corpus);
        var learned = new BenchLearning(time);
        if (confirmed != null) learned.take(confirmations(articles));
        long began = time.nanos();
        try (var base = LuceneKnowledgeBase.open(Optional.empty(), articles, learned, time, ZoneId.systemDefault())) {
            if (!base.awaitUpToDate(PATIENCE)) throw new Trouble(Exit.FAILED, "the index was not made in time");
            double indexMillis = (time.nanos() - began) / 1e6;
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Path queries : questionFiles()) rows.add(row(base, queries, corpus.size(), indexMillis));
            print(rows);
        }
        return Exit.OK;
    }

    private List<Path> questionFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("queries.*\\.tsv"))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, Object> row(LuceneKnowledgeBase base, Path queries, int docs, double indexMillis)
            throws IOException {
        Map<String, Set<String>> answers = answers(queries);
        Map<String, String> questions = pairs(queries);
        if (questions.keySet().stream().noneMatch(answers::containsKey))
            throw new Trouble(Exit.NO_INPUT, queries + ": none of its questions is judged by " + judgements(queries));
        // Once to warm up: what is measured is a desk in the middle of its day.
        questions.values().stream().limit(300).forEach(text -> ask(base, text));
        var score = new Score();
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
        row.put("docs", docs);
        row.put("index_ms", Math.round(indexMillis));
        row.put("index_bytes", base.bytes());
        return row;
    }

    private static List<String> ask(LuceneKnowledgeBase base, String text) {
        return base.search(Query.byAgent(text, ArticleLanguage.ZH_CN, DEPTH)).hits().stream()
                .map(Hit::article)
                .map(a -> a.id().slug())
                .toList();
    }

    private List<Map.Entry<String, ArticleId>> confirmations(BenchCorpus corpus) throws IOException {
        var confirmations = new ArrayList<Map.Entry<String, ArticleId>>();
        int number = 0;
        for (String line : lines(confirmed)) {
            number++;
            String[] cells = line.split("\t");
            Optional<ArticleId> article = cells.length < 2 ? Optional.empty() : corpus.named(cells[1].strip());
            if (!line.isBlank() && article.isEmpty())
                throw new Trouble(Exit.NO_INPUT, confirmed + ":" + number + ": no entry of the corpus is named");
            article.ifPresent(id -> confirmations.add(Map.entry(cells[0], id)));
        }
        return confirmations;
    }

    /** Of the same part: {@code queries.dev.homo.tsv} is judged by {@code qrels.dev.tsv}. */
    private Path judgements(Path queries) {
        String[] name = queries.getFileName().toString().split("\\.");
        Path ofPart = folder.resolve("qrels." + (name.length > 2 ? name[1] + "." : "") + "tsv");
        return Files.isRegularFile(ofPart) ? ofPart : folder.resolve("qrels.tsv");
    }

    private Map<String, Set<String>> answers(Path queries) throws IOException {
        var answers = new HashMap<String, Set<String>>();
        for (String line : lines(judgements(queries))) {
            String[] cells = line.strip().split("\\s+");
            if (cells.length >= 4 && !cells[3].equals("0"))
                answers.computeIfAbsent(cells[0], q -> new HashSet<>()).add(cells[2]);
        }
        return answers;
    }

    private static Map<String, String> pairs(Path file) throws IOException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(file)) {
            int tab = line.indexOf('\t');
            if (tab > 0)
                pairs.put(
                        line.substring(0, tab).strip(), line.substring(tab + 1).strip());
        }
        return pairs;
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new Trouble(Exit.NO_INPUT, file + ": there is no such file");
        // As other programs save it: a mark at the beginning, ends of lines of Windows, characters that are none.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
    }

    private void print(List<Map<String, Object>> rows) throws IOException {
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(rows));
            return;
        }
        System.out.printf(
                "%-28s %6s %7s %7s %7s %7s %7s %7s%n", "", "n", "MRR@10", "R@1", "R@10", "nDCG", "p50", "p99");
        for (Map<String, Object> row : rows)
            System.out.printf(
                    "%-28s %6s %7.3f %7.3f %7.3f %7.3f %7.2f %7.2f%n",
                    row.get("queries"),
                    row.get("n"),
                    row.get("mrr10"),
                    row.get("recall1"),
                    row.get("recall10"),
                    row.get("ndcg10"),
                    row.get("p50_ms"),
                    row.get("p99_ms"));
    }

    /** Sums up how well questions were answered. */
    private static final class Score {
        private final List<Double> millis = new ArrayList<>();
        private double reciprocal;
        private double first;
        private double among;
        private double gain;

        void add(List<String> found, Set<String> right, double took) {
            millis.add(took);
            double ideal = 0;
            for (int i = 0; i < Math.min(DEPTH, right.size()); i++) ideal += discount(i);
            double got = 0;
            int hits = 0;
            for (int i = 0; i < found.size(); i++) {
                if (!right.contains(found.get(i))) continue;
                if (hits++ == 0) reciprocal += 1.0 / (i + 1);
                if (i == 0) first++;
                got += discount(i);
            }
            among += (double) hits / right.size();
            gain += got / ideal;
        }

        private static double discount(int place) {
            return Math.log(2) / Math.log(place + 2);
        }

        void into(Map<String, Object> row) {
            int n = Math.max(1, millis.size());
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            row.put("n", millis.size());
            row.put("mrr10", round(reciprocal / n));
            row.put("recall1", round(first / n));
            row.put("recall10", round(among / n));
            row.put("ndcg10", round(gain / n));
            row.put("p50_ms", round(at(sorted, 0.5)));
            row.put("p99_ms", round(at(sorted, 0.99)));
        }

        private static double at(double[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
        }

        private static double round(double value) {
            return Math.round(value * 10_000) / 10_000.0;
        }
    }
}
