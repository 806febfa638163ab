package amends.knowledge.lucene;

import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Audience;
import amends.knowledge.Cue;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.knowledge.Suggestion;
import amends.knowledge.lucene.ArticleIndex.Scored;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.TermQuery;

/** Asks an index. Any thread. */
final class Searching {
    /** A cue that shares less than this of its words with an article does not point to it. */
    private static final double LEAST_SHARE = 0.2;

    private static final int MOST_OF_A_CUE = 12;
    /** Whoever finds so much of what they typed is not asked what they meant. */
    private static final double FITS = 0.8;

    private static final double MORE = 0.08;

    private final ArticleIndex index;
    private final TextAnalysis analysis;
    private final Excerpts excerpts;
    private final ApartWords apart;
    private final Supplier<ConfirmedQuestions> confirmed;
    private final Function<String, Meant> meaning;
    private volatile Spelling spelling;

    /** @param confirmed what confirmed questions say now @param meaning what a question means */
    Searching(
            ArticleIndex index,
            TextAnalysis analysis,
            Supplier<ConfirmedQuestions> confirmed,
            Function<String, Meant> meaning) {
        this.index = index;
        this.analysis = analysis;
        this.confirmed = confirmed;
        this.meaning = meaning;
        excerpts = new Excerpts(analysis);
        apart = new ApartWords(analysis);
    }

    /** Looks through the words there are now. Takes a moment: on the feeder's thread. */
    void learnSpelling() throws IOException {
        index.read(reader -> {
            if (spelling != null && spelling.version() == version(reader)) return spelling;
            return spelling = Spelling.of(reader, analysis, version(reader));
        });
    }

    private static long version(IndexReader reader) {
        return ((DirectoryReader) reader).getVersion();
    }

    boolean knowsSpelling() {
        return spelling != null;
    }

    /**
     * Offered where what was typed fits nothing well and the other way to put it fits clearly better; never while nothing
     * is known of spelling.
     */
    Optional<String> meant(Query query, LocalDate today) throws IOException {
        Spelling now = spelling;
        if (now == null) return Optional.empty();
        Optional<String> put = meaning.apply(query.text()).put();
        Optional<String> near = put.isPresent() ? put : index.read(reader -> now.near(query.text(), reader));
        if (near.isEmpty()) return near;
        double typed = share(query, query.text(), today);
        if (typed > FITS) return Optional.empty();
        return share(query, near.get(), today) > typed + MORE ? near : Optional.empty();
    }

    /** How much of a question the best answer holds. */
    private double share(Query query, String text, LocalDate today) throws IOException {
        Question question = Question.of(text, analysis);
        if (question.isEmpty()) return 0;
        boolean han = text.chars().anyMatch(c -> Folding.isHan((char) c));
        double ideal = index.ideal(question, strands(han ? ArticleLanguage.ZH_CN : ArticleLanguage.EN));
        return index.best(question, limits(query, today), 1, query.reads()).stream()
                .mapToDouble(best -> ideal == 0 ? 0 : best.score() / ideal)
                .findFirst()
                .orElse(0);
    }

    ApartWords apart() {
        return apart;
    }

    long bytes() throws IOException {
        return index.bytes();
    }

    List<Hit> search(Query query, LocalDate today) throws IOException {
        if (query.most() < 1) return List.of();
        Meant meant = meaning.apply(query.text());
        Question question = Question.of(query.text(), meant.put(), analysis);
        if (question.isEmpty()) return List.of();
        var voices = new Voices(confirmed.get(), meant.near());
        return index.best(question, limits(query, today), query.most(), query.reads(), voices).stream()
                .map(found -> hit(found.article(), found.score(), question))
                .toList();
    }

    private Hit hit(Article article, double score, Question question) {
        return new Hit(
                article,
                excerpts.title(article.title(), question),
                excerpts.body(article.text().body(), question),
                score);
    }

    private static List<BooleanClause> limits(Query query, LocalDate today) {
        List<BooleanClause> limits = shown(query.reader(), today);
        Query.Within within = query.within();
        within.category().ifPresent(path -> limits.add(only(ArticleDocument.CATEGORY, path)));
        within.tag().ifPresent(tag -> limits.add(only(ArticleDocument.TAG, ArticleDocument.tag(tag))));
        within.audience().ifPresent(audience -> limits.add(only(ArticleDocument.AUDIENCE, audience.name())));
        within.language().ifPresent(language -> limits.add(only(ArticleDocument.LANGUAGE, language.tag())));
        return limits;
    }

    /** What is not shown is taken away, instead of keeping what is: hardly any is not, and all would be looked at. */
    private static List<BooleanClause> shown(Audience reader, LocalDate today) {
        int day = ArticleDocument.day(today);
        var limits = new ArrayList<BooleanClause>();
        limits.add(not(IntPoint.newRangeQuery(ArticleDocument.FROM, day + 1, Integer.MAX_VALUE)));
        limits.add(not(IntPoint.newRangeQuery(ArticleDocument.UNTIL, Integer.MIN_VALUE, day - 1)));
        for (Audience audience : Audience.values())
            if (!reader.mayRead(audience))
                limits.add(not(new TermQuery(new Term(ArticleDocument.AUDIENCE, audience.name()))));
        return limits;
    }

    private static BooleanClause not(org.apache.lucene.search.Query what) {
        return new BooleanClause(what, Occur.MUST_NOT);
    }

    private static BooleanClause only(String field, String value) {
        return new BooleanClause(new TermQuery(new Term(field, value)), Occur.FILTER);
    }

    /** What cues pointed to one article. */
    private static final class Pointed {
        private final Article article;
        private final Map<Cue, Double> by = new LinkedHashMap<>();
        private final Question question;

        Pointed(Article article, Question question) {
            this.article = article;
            this.question = question;
        }

        double worth() {
            return by.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        List<Cue> because() {
            return by.entrySet().stream()
                    .sorted(Map.Entry.<Cue, Double>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Every cue is asked for itself, and counts by its weight and by how much of it an article holds. */
    List<Suggestion> suggest(List<Cue> cues, ArticleLanguage language, int most, LocalDate today) throws IOException {
        Map<ArticleId, Pointed> pointed = new HashMap<>();
        for (Cue cue : cues) {
            Question question = Question.of(cue.words(language), analysis);
            if (!question.isEmpty()) point(cue, question, language, today, pointed);
        }
        var best = new ArrayList<>(pointed.values());
        best.sort(Comparator.comparingDouble(Pointed::worth)
                .reversed()
                .thenComparing(p -> p.article.id().slug()));
        return best.stream()
                .limit(most)
                .map(p -> new Suggestion(hit(p.article, p.worth(), p.question), p.because()))
                .toList();
    }

    private void point(
            Cue cue, Question question, ArticleLanguage language, LocalDate today, Map<ArticleId, Pointed> pointed)
            throws IOException {
        List<BooleanClause> limits = shown(Audience.AGENT, today);
        limits.add(only(ArticleDocument.LANGUAGE, language.tag()));
        double ideal = index.ideal(question, strands(language));
        for (Scored found : index.best(question, limits, MOST_OF_A_CUE, language)) {
            double share = found.score() / ideal;
            if (share < LEAST_SHARE) break;
            pointed.computeIfAbsent(found.article().id(), id -> new Pointed(found.article(), question))
                    .by
                    .merge(cue, cue.weight() * share, Double::sum);
        }
    }

    private static Set<Strand> strands(ArticleLanguage language) {
        return language == ArticleLanguage.EN
                ? EnumSet.of(Strand.STEMS, Strand.LETTERS)
                : EnumSet.of(Strand.CHARACTERS, Strand.WORDS, Strand.SOUNDS, Strand.MEANINGS);
    }
}
