package amends.app;

import amends.knowledge.ArticleId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder with questions and their known answers, as other programs save it. */
final class BenchFolder {
    private final Path folder;
    private final PrintWriter remarks;
    private final Map<String, String> corpus;

    /** @throws Trouble when there is nothing to measure by */
    /** @param remarks told what is odd and hinders nothing */
    BenchFolder(Path folder, PrintWriter remarks) throws IOException {
        this.folder = folder;
        this.remarks = remarks;
        if (!Files.isDirectory(folder)) throw new Trouble(Exit.NO_INPUT, folder + ": there is no such folder");
        corpus = pairs(folder.resolve("corpus.tsv"));
        if (corpus.isEmpty()) throw new Trouble(Exit.NO_INPUT, folder.resolve("corpus.tsv") + ": there are no entries");
        if (questionFiles().isEmpty()) throw new Trouble(Exit.NO_INPUT, folder + ": there is no queries*.tsv");
    }

    /** The entries' texts by id. */
    Map<String, String> corpus() {
        return corpus;
    }

    List<Path> questionFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("queries.*\\.tsv"))
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
        answers.keySet().retainAll(pairs(queries).keySet());
        if (answers.isEmpty())
            throw new Trouble(Exit.NO_INPUT, queries + ": none of its questions is judged by " + judged);
        List<String> all = answers.values().stream().flatMap(Collection::stream).toList();
        long unknown = all.stream().filter(id -> !corpus.containsKey(id)).count();
        if (unknown == all.size())
            throw new Trouble(Exit.NO_INPUT, judged + ": none of the entries that it names is in the corpus");
        if (unknown > 0) remarks.printf("%s: %d of %d entries are not in the corpus%n", judged, unknown, all.size());
        return answers;
    }

    private static Map<String, Set<String>> judged(Path judgements) throws IOException {
        var answers = new HashMap<String, Set<String>>();
        for (String line : lines(judgements)) {
            String[] cells = line.strip().split("\\s+");
            if (cells.length >= 4 && !cells[3].equals("0"))
                answers.computeIfAbsent(cells[0], q -> new HashSet<>()).add(cells[2]);
        }
        return answers;
    }

    /** Of the same part: {@code queries.dev.homo.tsv} is judged by {@code qrels.dev.tsv}. */
    private Path judgements(Path queries) {
        String[] name = queries.getFileName().toString().split("\\.");
        Path ofPart = folder.resolve("qrels." + (name.length > 2 ? name[1] + "." : "") + "tsv");
        return Files.isRegularFile(ofPart) ? ofPart : folder.resolve("qrels.tsv");
    }

    /** @throws Trouble naming the line that names no entry */
    static List<Map.Entry<String, ArticleId>> confirmations(Path confirmed, BenchCorpus corpus) throws IOException {
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
}
