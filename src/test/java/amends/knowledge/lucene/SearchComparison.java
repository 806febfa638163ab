package amends.knowledge.lucene;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Audience;
import amends.knowledge.Query;
import amends.knowledge.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Our ranking beside that of others, on the same sets in one run: {@code SearchComparison [N] DIR...}, each with
 * corpus.tsv, queries.dev*.tsv and qrels.dev.tsv; with N every Nth question alone is asked. Prints MRR@10. Databases are
 * asked for any of the words, best first.
 */
public final class SearchComparison {
    private interface Engine {
        void index(Map<String, String> corpus) throws Exception;

        List<String> best(String question) throws Exception;
    }

    private SearchComparison() {}

    /** @param args how many questions apart, if not all; folders */
    public static void main(String[] args) throws Exception {
        int every = args[0].matches("\\d+") ? Integer.parseInt(args[0]) : 1;
        for (String folder : args) {
            if (folder.matches("\\d+")) continue;
            Path dir = Path.of(folder);
            Map<String, Engine> engines = engines();
            for (Engine engine : engines.values()) engine.index(pairs(dir.resolve("corpus.tsv")));
            for (Path queries : files(dir)) {
                var line = new StringBuilder(dir.getFileName() + " " + queries.getFileName());
                for (Map.Entry<String, Engine> engine : engines.entrySet())
                    line.append(" | ")
                            .append(engine.getKey())
                            .append(' ')
                            .append("%.3f".formatted(score(engine.getValue(), queries, dir, every)));
                System.out.println(line);
            }
        }
        System.exit(0);
    }

    private static Map<String, Engine> engines() {
        Map<String, Engine> engines = new LinkedHashMap<>();
        engines.put("ours", new Ours());
        engines.put("Standard", new Analyzed(new StandardAnalyzer()));
        engines.put("English", new Analyzed(new EnglishAnalyzer()));
        engines.put("CJK", new Analyzed(new CJKAnalyzer()));
        engines.put("SmartChinese", new Analyzed(new SmartChineseAnalyzer()));
        engines.put("H2", new H2());
        engines.put("PostgreSQL", new PostgreSql());
        return engines;
    }

    private static List<Path> files(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(f -> f.getFileName().toString().startsWith("queries"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> pairs(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(c -> c[0], c -> c[1], (a, b) -> a, LinkedHashMap::new));
    }

    private static double score(Engine engine, Path queries, Path dir, int every) throws Exception {
        Map<String, String> right = new HashMap<>();
        for (String line : Files.readAllLines(dir.resolve("qrels.dev.tsv"))) {
            String[] cells = line.split("\\s+");
            right.put(cells[0], cells[2]);
        }
        double sum = 0;
        List<Map.Entry<String, String>> questions =
                new ArrayList<>(pairs(queries).entrySet());
        int asked = 0;
        for (int i = 0; i < questions.size(); i += every) {
            Map.Entry<String, String> question = questions.get(i);
            asked++;
            int place = engine.best(question.getValue()).indexOf(right.get(question.getKey())) + 1;
            if (place > 0) sum += 1.0 / place;
        }
        return sum / asked;
    }

    private static final class Ours implements Engine {
        private final ArticlesInMemory articles = new ArticlesInMemory();
        private LuceneKnowledgeBase base;

        @Override
        public void index(Map<String, String> corpus) {
            corpus.forEach((id, text) -> articles.publish(article(id, text.split(" \\| "))));
            base = LuceneKnowledgeBase.open(
                    Optional.empty(), IndexSources.of(articles), new SettableTime(), ZoneOffset.UTC);
            if (!base.awaitUpToDate(Duration.ofMinutes(5))) throw new IllegalStateException("not indexed");
        }

        private static ArticleText article(String id, String[] parts) {
            int last = parts.length - 1;
            return new ArticleText(
                    new ArticleId(id, ArticleLanguage.ZH_CN),
                    last > 0 ? parts[0] : "",
                    Arrays.asList(parts).subList(Math.min(1, last), last),
                    "set",
                    List.of(),
                    Audience.CUSTOMER,
                    Validity.ALWAYS,
                    parts[last],
                    Optional.empty());
        }

        @Override
        public List<String> best(String question) {
            return base.search(Query.byAgent(question, ArticleLanguage.ZH_CN, 10)).hits().stream()
                    .map(hit -> hit.article())
                    .map(Article::id)
                    .map(ArticleId::slug)
                    .toList();
        }
    }

    /** Lucene as it comes. */
    private static final class Analyzed implements Engine {
        private final Analyzer analyzer;
        private IndexSearcher searcher;

        Analyzed(Analyzer analyzer) {
            this.analyzer = analyzer;
        }

        @Override
        public void index(Map<String, String> corpus) throws IOException {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Map.Entry<String, String> one : corpus.entrySet()) {
                    var document = new Document();
                    document.add(new StoredField("id", one.getKey()));
                    document.add(new TextField("text", one.getValue(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        }

        @Override
        public List<String> best(String question) throws IOException {
            var query = new QueryBuilder(analyzer).createBooleanQuery("text", question, Occur.SHOULD);
            if (query == null) return List.of();
            var best = new ArrayList<String>();
            for (ScoreDoc hit : searcher.search(query, 10).scoreDocs)
                best.add(searcher.storedFields().document(hit.doc).get("id"));
            return best;
        }
    }

    private static String[] words(String question) {
        return question.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip()
                .split(" ");
    }

    /** H2's own index finds what holds all of the words, without an order: so each word is asked for itself. */
    private static final class H2 implements Engine {
        private final Connection connection;

        H2() {
            try {
                connection = DriverManager.getConnection("jdbc:h2:mem:comparison" + System.nanoTime());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void index(Map<String, String> corpus) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("create alias if not exists ft_init for 'org.h2.fulltext.FullText.init'");
                statement.execute("call ft_init()");
                statement.execute("create table entry (id varchar(80) primary key, text varchar(20000))");
                statement.execute("call ft_create_index('PUBLIC', 'ENTRY', 'TEXT')");
            }
            fill(connection, corpus);
        }

        @Override
        public List<String> best(String question) throws SQLException {
            Map<String, Integer> holds = new LinkedHashMap<>();
            for (String word : new LinkedHashSet<>(List.of(words(question))))
                try (var search = connection.prepareStatement("select keys[1] from ft_search_data(?, 100, 0)")) {
                    search.setString(1, word);
                    var rows = search.executeQuery();
                    while (rows.next()) holds.merge(rows.getString(1), 1, Integer::sum);
                }
            return holds.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(10)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private static void fill(Connection connection, Map<String, String> corpus) throws SQLException {
        try (var insert = connection.prepareStatement("insert into entry (id, text) values (?, ?)")) {
            for (Map.Entry<String, String> one : corpus.entrySet()) {
                insert.setString(1, one.getKey());
                insert.setString(2, one.getValue());
                insert.executeUpdate();
            }
        }
    }

    /** English stems, any of the words, by {@code ts_rank_cd}. */
    private static final class PostgreSql implements Engine {
        private Connection connection;

        @Override
        public void index(Map<String, String> corpus) throws SQLException {
            var address = TestEngine.POSTGRESQL.newDatabase(Path.of("."));
            connection = DriverManager.getConnection(address.url(), "postgres", "postgres");
            try (var statement = connection.createStatement()) {
                statement.execute("create table entry (id varchar(80) primary key, text text,"
                        + " sought tsvector generated always as (to_tsvector('english', text)) stored)");
                fill(connection, corpus);
                statement.execute("create index on entry using gin (sought)");
            }
        }

        @Override
        public List<String> best(String question) throws SQLException {
            String any =
                    Arrays.stream(words(question)).filter(w -> !w.isEmpty()).collect(Collectors.joining(" | "));
            if (any.isEmpty()) return List.of();
            try (var search = connection.prepareStatement("select id from entry, to_tsquery('english', ?) q"
                    + " where sought @@ q order by ts_rank_cd(sought, q) desc, id limit 10")) {
                search.setString(1, any);
                var rows = search.executeQuery();
                var best = new ArrayList<String>();
                while (rows.next()) best.add(rows.getString(1));
                return best;
            }
        }
    }
}
