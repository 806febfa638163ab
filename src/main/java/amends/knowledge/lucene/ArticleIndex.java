package amends.knowledge.lucene;

import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.EverydayWords;
import amends.knowledge.EverydayWordsReader;
import amends.knowledge.LearnedPhrasing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * One Lucene index of articles in use, with the change number up to which it is fed. Any thread; several
 * may put, one keeps, many search.
 */
final class ArticleIndex implements AutoCloseable {
    /** Counts the ways in which text was turned into terms: an index made in another way is made anew. */
    private static final String ANALYSIS = "8";

    /** So much is gathered in memory before it is written: the fewer pieces, the less to join, and to look through. */
    private static final int MOST_GATHERED_MEGABYTES = 256;

    private static final int LEAST_GATHERED_MEGABYTES = 32;
    /** Of the memory there may be. */
    private static final int GATHERED_SHARE = 8;

    private static final int MEGABYTE = 1 << 20;

    private static final String WORDS = "words";
    /** So many of the best are ordered anew by what was confirmed. */
    private static final int ORDERED_ANEW = 100;

    /** Lucene's own, for words that count {@value ArticleTerms#AUTHORS_WEIGHT} times where they stand once. */
    private static final float SATURATION = 1.2f * ArticleTerms.AUTHORS_WEIGHT;

    private static final float BY_LENGTH = 0.75f;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final TextAnalysis analysis;
    private final Gathering gathering = new Gathering();
    /** As many as there are threads that put. */
    private final Queue<ArticleTerms> idle = new ConcurrentLinkedQueue<>();

    private volatile Fed fed;

    /** @param from whose articles these are @param change up to which change @param learned up to which of phrasings */
    record Fed(Optional<UUID> from, long change, long learned) {
        static final Fed NOTHING = new Fed(Optional.empty(), 0, 0);
    }

    record Scored(Article article, double score) {}

    /** Opens what is in the directory, or begins anew. @throws IOException when it is broken or another has it */
    ArticleIndex(Directory directory, TextAnalysis analysis) throws IOException {
        this.directory = directory;
        this.analysis = analysis;
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setCommitOnClose(false)
                        .setCodec(GatheredFormat.codec(gathering))
                        .setRAMBufferSizeMB(gatheredMegabytes()));
        try {
            fed = fedAsOf(writer);
            if (!fed.equals(Fed.NOTHING)) analysis.use(words(writer));
            if (fed.equals(Fed.NOTHING)) writer.deleteAll();
            searchers = new SearcherManager(writer, plainSearchers());
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static double gatheredMegabytes() {
        long share = Runtime.getRuntime().maxMemory() / GATHERED_SHARE >> 20;
        return Math.clamp(share, LEAST_GATHERED_MEGABYTES, MOST_GATHERED_MEGABYTES);
    }

    /** Without Lucene's cache of queries, which all indexes of the program would share. */
    private static SearcherFactory plainSearchers() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(
                    org.apache.lucene.index.IndexReader reader, org.apache.lucene.index.IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setQueryCache(null);
                searcher.setSimilarity(new BM25Similarity(SATURATION, BY_LENGTH));
                return searcher;
            }
        };
    }

    private static Fed fedAsOf(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept == null) return Fed.NOTHING;
        var facts = new HashMap<String, String>();
        kept.forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        if (!ANALYSIS.equals(facts.get("analysis"))) return Fed.NOTHING;
        try {
            String from = facts.get("from");
            return new Fed(
                    from.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(from)),
                    Long.parseLong(facts.get("change")),
                    Long.parseLong(facts.get("learned")));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Fed.NOTHING;
        }
    }

    /** The house's words by which its terms were made: so questions fit it while the database is away. */
    private static EverydayWords words(IndexWriter writer) {
        for (Map.Entry<String, String> fact : writer.getLiveCommitData())
            if (fact.getKey().equals(WORDS) && !fact.getValue().isEmpty())
                try {
                    return EverydayWordsReader.read(WORDS, fact.getValue());
                } catch (YamlMistakes e) {
                    return EverydayWords.NONE;
                }
        return EverydayWords.NONE;
    }

    Fed fed() {
        return fed;
    }

    /** Forgets everything. */
    void clear() throws IOException {
        writer.deleteAll();
        gathering.clear();
        fed = Fed.NOTHING;
    }

    void put(Article article, List<LearnedPhrasing> learned) throws IOException {
        if (article.retired()) {
            writer.deleteDocuments(ArticleDocument.key(article.id()));
            return;
        }
        ArticleTerms terms = Optional.ofNullable(idle.poll()).orElseGet(() -> new ArticleTerms(analysis));
        terms.read(article.text(), learned);
        List<Counted> counted = terms.counted();
        idle.add(terms);
        Document document = ArticleDocument.of(article);
        ArticleTerms.add(gathering.add(counted), counted, document);
        writer.updateDocument(ArticleDocument.key(article.id()), document);
        if (gathering.bytes() > MEGABYTE * gatheredMegabytes()) flush();
    }

    /** Writes a piece of what is gathered, the largest that nobody else writes. */
    void flush() throws IOException {
        writer.flushNextBuffer();
    }

    /** What was put is found from now on, and after the next start. */
    void keep(Fed upTo) throws IOException {
        writer.setLiveCommitData(Map.of(
                        "analysis",
                        ANALYSIS,
                        "from",
                        upTo.from().map(UUID::toString).orElse(""),
                        "change",
                        Long.toString(upTo.change()),
                        "learned",
                        Long.toString(upTo.learned()),
                        WORDS,
                        analysis.words().source())
                .entrySet());
        writer.commit();
        // What they know of terms is for the next of many; a single article needs none of it.
        idle.clear();
        searchers.maybeRefreshBlocking();
        fed = upTo;
    }

    /** What is done with one state of the index. */
    interface Reading<T> {
        T with(IndexReader reader) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.with(searcher.getIndexReader());
        } finally {
            searchers.release(searcher);
        }
    }

    int size() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    /** How many bytes lie in the directory. */
    long bytes() throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) bytes += directory.fileLength(file);
        return bytes;
    }

    List<Scored> best(Question question, List<BooleanClause> limits, int most, ArticleLanguage reads)
            throws IOException {
        return best(question, limits, most, reads, Voices.NONE);
    }

    /**
     * The best articles; one that is there in both languages once, in the language that is read if it was found in it.
     *
     * @param voices what else has a say in their order
     */
    List<Scored> best(Question question, List<BooleanClause> limits, int most, ArticleLanguage reads, Voices voices)
            throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            int wanted = most * ArticleLanguage.values().length;
            var asked = new AskedTerms(question.terms(), searcher);
            ScoreDoc[] hits = voices.isEmpty()
                    ? asked.best(searcher, limits, wanted)
                    : ordered(chosen(asked, searcher, limits, wanted, voices), question, searcher, voices);
            var bySlug = new LinkedHashMap<String, ScoreDoc>();
            for (ScoreDoc hit : hits) {
                ArticleId id = named(searcher, hit.doc);
                bySlug.merge(id.slug(), hit, (a, b) -> id.language() == reads ? new ScoreDoc(b.doc, a.score) : a);
            }
            var found = new ArrayList<Scored>();
            var documents = searcher.storedFields();
            for (ScoreDoc hit : bySlug.values().stream().limit(most).toList())
                found.add(new Scored(ArticleDocument.read(documents.document(hit.doc)), hit.score));
            return found;
        } finally {
            searchers.release(searcher);
        }
    }

    /** The best by their words, and those that are near to what is meant. */
    private static List<Candidate> chosen(
            AskedTerms asked, IndexSearcher searcher, List<BooleanClause> limits, int wanted, Voices voices)
            throws IOException {
        var chosen = new LinkedHashMap<ArticleId, Candidate>();
        take(asked.best(searcher, limits, Math.max(wanted, ORDERED_ANEW)), searcher, chosen);
        List<BytesRef> others = voices.related().stream()
                .filter(id -> !chosen.containsKey(id))
                .map(id -> ArticleDocument.key(id).bytes())
                .toList();
        if (others.isEmpty()) return List.copyOf(chosen.values());
        var these = new BooleanClause(new TermInSetQuery(ArticleDocument.KEY, others), BooleanClause.Occur.FILTER);
        take(
                asked.these(
                        searcher,
                        Stream.concat(limits.stream(), Stream.of(these)).toList(),
                        others.size()),
                searcher,
                chosen);
        return List.copyOf(chosen.values());
    }

    private record Candidate(ArticleId id, ScoreDoc hit) {}

    private static void take(ScoreDoc[] hits, IndexSearcher searcher, Map<ArticleId, Candidate> into)
            throws IOException {
        for (ScoreDoc hit : hits) {
            ArticleId id = named(searcher, hit.doc);
            into.putIfAbsent(id, new Candidate(id, hit));
        }
    }

    private static ScoreDoc[] ordered(
            List<Candidate> candidates, Question question, IndexSearcher searcher, Voices voices) throws IOException {
        // Where no article has any word of it, what is near still has an order.
        double said = says(question, searcher.getIndexReader());
        double says = said == 0 ? 1 : said;
        float[] gains =
                voices.gains(question, candidates.stream().map(Candidate::id).toList());
        var ordered = new ScoreDoc[gains.length];
        for (int i = 0; i < gains.length; i++) {
            ScoreDoc hit = candidates.get(i).hit();
            ordered[i] = new ScoreDoc(hit.doc, (float) (hit.score + says * gains[i]));
        }
        Arrays.sort(
                ordered, Comparator.comparingDouble((ScoreDoc hit) -> hit.score).reversed());
        return ordered;
    }

    /** How much a question says, in those ways of looking at it in which an article has any of it. */
    private static double says(Question question, IndexReader reader) throws IOException {
        double sum = 0;
        for (Strand strand : Strand.values()) {
            int articles = reader.getDocCount(strand.field);
            double says = 0;
            int found = 0;
            for (Map.Entry<String, Float> term : question.terms(strand).entrySet()) {
                int in = reader.docFreq(new Term(strand.field, term.getKey()));
                says += strand.weight * term.getValue() * Math.log(1 + (Math.max(0, articles - in) + 0.5) / (in + 0.5));
                found += in;
            }
            if (found > 0) sum += says;
        }
        return sum;
    }

    private static ArticleId named(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> parts = searcher.getIndexReader().leaves();
        LeafReaderContext part = parts.get(ReaderUtil.subIndex(document, parts));
        return ArticleDocument.id(part.reader(), document - part.docBase);
    }

    /** The most that any article could score: what stands in it everywhere, and is rare elsewhere. */
    double ideal(Question question, java.util.Set<Strand> strands) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            var reader = (DirectoryReader) searcher.getIndexReader();
            double sum = 0;
            for (Strand strand : strands)
                for (Map.Entry<String, Float> term : question.terms(strand).entrySet()) {
                    int in = reader.docFreq(new Term(strand.field, term.getKey()));
                    double rarity = Math.log(1 + (reader.numDocs() - in + 0.5) / (in + 0.5));
                    sum += Math.max(0, strand.weight * term.getValue() * rarity);
                }
            return sum;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
