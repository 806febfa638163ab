package amends.app;

import amends.knowledge.ArticleId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder with questions and their known answers, as other programs save it. */
final class BenchFolder {
    private static final String ENDING = ".tsv";
    private static final Set<String> HEADINGS = Set.of(
            "id",
            "docid",
            "documentid",
            "doc",
            "document",
            "qid",
            "queryid",
            "questionid",
            "query",
            "corpusid",
            "pid",
            "entry");

    private final Path folder;
    private final PrintWriter remarks;
    private final Map<String, String> corpus;

    /** @throws Trouble when there is nothing to measure by */
    /** @param remarks told what is odd and hinders nothing */
    BenchFolder(Path folder, PrintWriter remarks) throws IOException {
        this.folder = folder;
        this.remarks = remarks;
        if (Files.isRegularFile(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": is a file; a folder is wanted");
        if (!Files.isDirectory(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": there is no such folder");
        corpus = pairs(folder.resolve("corpus.tsv"));
        corpus.replaceAll((id, text) -> text.replace("\t", " | "));
        tellOdd(folder.resolve("corpus.tsv"));
        if (corpus.isEmpty()) throw new Trouble(Exit.NO_INPUT, folder.resolve("corpus.tsv") + ": there are no entries");
        if (questionFiles().isEmpty()) throw new Trouble(Exit.NO_INPUT, folder + ": there is no queries*.tsv");
    }

    private void tellOdd(Path file) throws IOException {
        List<String> lines = lines(file);
        List<Integer> untold = IntStream.rangeClosed(1, lines.size())
                .filter(n -> !lines.get(n - 1).isBlank() && lines.get(n - 1).indexOf('\t') <= 0)
                .boxed()
                .toList();
        if (!untold.isEmpty())
            remarks.printf(
                    "%s:%d: no id and no tab behind it; %s passed over%n",
                    file, untold.getFirst(), Counted.of(untold.size(), "such line is", "such lines are"));
        List<String> twice = twice(file);
        if (!twice.isEmpty())
            remarks.printf(
                    "%s: %s there more than once, %s among them: the first of each counts%n",
                    file, Counted.of(twice.size(), "id stands", "ids stand"), twice.getFirst());
    }

    /** The entries' texts by id. */
    Map<String, String> corpus() {
        return corpus;
    }

    List<Path> questionFiles() throws IOException {
        return files("queries");
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(kind))
                    .filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    Map<String, String> questions(Path queries) throws IOException {
        return pairs(queries);
    }

    /**
     * The right answers of each question. An answer that is not in the corpus counts as one that is never found, and is
     * told.
     *
     * @throws Trouble when none of the questions is judged, or nothing of what is judged right is in the corpus
     */
    Map<String, Set<String>> answers(Path queries) throws IOException {
        Path judged = judgements(queries);
        Map<String, Set<String>> answers = judged(judged);
        tellOdd(queries);
        Set<String> asked = pairs(queries).keySet();
        answers.keySet().retainAll(asked);
        if (answers.isEmpty())
            throw new Trouble(Exit.NO_INPUT, queries + ": none of its questions is judged by " + judged);
        if (answers.size() < asked.size())
            remarks.printf(
                    "%s: %d of %d questions %s not judged by %s, and not asked%n",
                    queries,
                    asked.size() - answers.size(),
                    asked.size(),
                    Counted.word(asked.size() - answers.size(), "is", "are"),
                    judged);
        List<String> all = answers.values().stream().flatMap(Collection::stream).toList();
        long unknown = all.stream().filter(id -> !corpus.containsKey(id)).count();
        if (unknown == all.size())
            throw new Trouble(Exit.NO_INPUT, judged + ": none of the entries that it names is in the corpus");
        if (unknown > 0)
            remarks.printf(
                    "%s: %d of %d entries %s not in the corpus%n",
                    judged, unknown, all.size(), Counted.word(unknown, "is", "are"));
        return answers;
    }

    /** Judgements are four cells (question, 0, id, how right), three without the 0, or two. */
    private static Map<String, Set<String>> judged(Path judgements) throws IOException {
        var answers = new HashMap<String, Set<String>>();
        for (String line : lines(judgements)) {
            String[] cells = cells(line);
            if (cells.length < 2 || cells.length > 2 && !isRight(cells[cells.length - 1])) continue;
            answers.computeIfAbsent(cells[0], q -> new HashSet<>()).add(cells[cells.length > 3 ? 2 : 1]);
        }
        return answers;
    }

    /** Between tabs, where there are any: so ids may have blanks in them. */
    private static String[] cells(String line) {
        return Arrays.stream(line.strip().split(line.strip().indexOf('\t') < 0 ? "\\s+" : "\t"))
                .map(String::strip)
                .toArray(String[]::new);
    }

    /** What is no number, as in a line of headings, judges nothing. */
    private static boolean isRight(String grade) {
        try {
            return Double.parseDouble(grade) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Of the same part: {@code queries.dev.homo.tsv} is judged by {@code qrels.dev.tsv}, {@code queries_homo.tsv} by
     * {@code qrels.tsv}. Where names do not tell, the file that judges the most of the questions.
     */
    private Path judgements(Path queries) throws IOException {
        List<Path> all = files("qrels");
        if (all.isEmpty()) throw new Trouble(Exit.NO_INPUT, folder.resolve("qrels.tsv") + ": there is no such file");
        List<String> words = words(queries);
        Optional<Path> named = all.stream()
                .filter(one -> words.containsAll(words(one)))
                .max(Comparator.comparingInt(one -> words(one).size()));
        if (named.isPresent() && judgedOf(queries, named.get()) > 0) return named.get();
        Path best = named.orElse(all.getFirst());
        for (Path one : all) if (judgedOf(queries, one) > judgedOf(queries, best)) best = one;
        return best;
    }

    /** What a name says beside what kind of file it is: {@code dev, homo}. */
    private static List<String> words(Path file) {
        String name = file.getFileName().toString();
        List<String> words =
                List.of(name.substring(0, name.length() - ENDING.length()).split("[._-]+"));
        return words.subList(1, words.size());
    }

    private static long judgedOf(Path queries, Path judgements) throws IOException {
        Set<String> judged = judged(judgements).keySet();
        return pairs(queries).keySet().stream().filter(judged::contains).count();
    }

    /** @throws Trouble naming the line that names no entry */
    static List<Map.Entry<String, ArticleId>> confirmations(Path confirmed, BenchCorpus corpus) throws IOException {
        var confirmations = new ArrayList<Map.Entry<String, ArticleId>>();
        List<String> lines = lines(confirmed);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            int tab = line.strip().lastIndexOf('\t');
            String id = line.strip().substring(tab + 1).strip();
            Optional<ArticleId> article = corpus.named(id);
            if (line.isBlank() || number == 1 && article.isEmpty() && isHeading(id)) continue;
            String asked =
                    line.substring(0, Math.max(0, line.lastIndexOf('\t'))).strip();
            if (article.isEmpty())
                throw new Trouble(Exit.NO_INPUT, confirmed + ":" + number + ": no entry of the corpus is named");
            confirmations.add(Map.entry(asked, article.get()));
        }
        return confirmations;
    }

    private static Map<String, String> pairs(Path file) throws IOException {
        Map<String, String> pairs = new LinkedHashMap<>();
        boolean first = true;
        for (String line : lines(file)) {
            int tab = line.indexOf('\t');
            if (tab <= 0) continue;
            String id = line.substring(0, tab).strip();
            if (!first || !isHeading(id))
                pairs.putIfAbsent(id, line.substring(tab + 1).strip());
            first = false;
        }
        return pairs;
    }

    /** The ids that stand in a file more than once: only the first of each counts. */
    private static List<String> twice(Path file) throws IOException {
        var seen = new HashSet<String>();
        return lines(file).stream()
                .filter(line -> line.indexOf('\t') > 0)
                .map(line -> line.substring(0, line.indexOf('\t')).strip())
                .filter(id -> !seen.add(id))
                .distinct()
                .toList();
    }

    /** Whether the first cell of a file names a column. */
    private static boolean isHeading(String cell) {
        return HEADINGS.contains(cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new Trouble(Exit.NO_INPUT, file + ": there is no such file");
        // As other programs save it: a mark at the beginning, ends of lines of Windows, characters that are none.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
    }
}
