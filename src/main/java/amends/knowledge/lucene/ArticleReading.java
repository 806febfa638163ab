package amends.knowledge.lucene;

import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Embedding;
import amends.knowledge.EmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads articles as they change, for what they mean. One thread at a time; {@link #stop} by any. */
final class ArticleReading {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleReading.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_PHRASINGS = 12;
    /** A text of so many pieces is read to its end; of a longer one the beginning stands for it in part. */
    private static final int READ = 128;

    private static final int LETTERS_A_PIECE = 4;
    private static final String READY = "ready";
    /** What was made is written so often while more is made; what one change made is written with the next or at the end. */
    private static final Duration KEPT_EACH = Duration.ofSeconds(20);

    /** For each moment of work so many of rest: a voice may be on its way through this machine. */
    private static final int REST = 2;

    private final EmbeddingModel model;
    private final Articles articles;
    private final VectorShelf shelf;
    private final Timekeeper time;
    private final BooleanSupplier hurried;
    private final Map<ArticleId, Read> read = new LinkedHashMap<>();
    private final OwnWords words = new OwnWords();
    private Optional<UUID> from = Optional.empty();
    private Optional<SoundReading> heard = Optional.empty();
    private long heardOf;
    private long upTo;
    /** Whether all articles were read once. */
    private boolean whole;

    private long keptAt;
    private volatile boolean stopped;

    private record Read(ArticleLanguage language, ArticleVectors.Placed placed) {}

    /** @param hurried whether somebody waits */
    ArticleReading(
            EmbeddingModel model, Articles articles, VectorShelf shelf, Timekeeper time, BooleanSupplier hurried) {
        this.model = model;
        this.articles = articles;
        this.shelf = shelf;
        this.time = time;
        this.hurried = hurried;
    }

    void stop() {
        stopped = true;
    }

    /** Reads what changed. @param now whose articles they are @return empty when it was stopped */
    Optional<Semantics.Understood> read(Optional<UUID> now, TextAnalysis analysis) {
        if (upTo == 0 || !now.equals(from) || articles.lastChange() < upTo) begin(now);
        keptAt = time.nanos();
        try {
            List<Article> next;
            while (!(next = articles.changedSince(upTo, AT_ONCE)).isEmpty())
                for (Article article : next) {
                    if (stopped) return Optional.empty();
                    take(article, analysis);
                    upTo = article.change();
                    if (read.size() > Semantics.MOST_ARTICLES) {
                        forget();
                        return Optional.of(Semantics.Understood.NOTHING);
                    }
                    if (time.nanos() - keptAt > KEPT_EACH.toNanos()) keep();
                }
        } finally {
            if (!whole || stopped) keep();
        }
        if (!whole) shelf.forgetOthers();
        whole = true;
        if (words.all() != heardOf) {
            heard = Optional.of(analysis.soundReading(words.copy()));
            heardOf = words.all();
        }
        LOG.info("{} articles can be found by what they mean", read.size());
        return Optional.of(understood());
    }

    private void begin(Optional<UUID> now) {
        forget();
        shelf.open();
        from = now;
    }

    /** Gives up what was read, and its room; what was kept stays. */
    void forget() {
        upTo = 0;
        whole = false;
        heard = Optional.empty();
        heardOf = 0;
        read.clear();
        words.clear();
        shelf.close();
    }

    /** Writes what was made since it was last written. */
    void keep() {
        shelf.keep();
        keptAt = time.nanos();
    }

    private Semantics.Understood understood() {
        Map<ArticleLanguage, List<ArticleVectors.Placed>> placed = new EnumMap<>(ArticleLanguage.class);
        read.values()
                .forEach(one -> placed.computeIfAbsent(one.language, l -> new ArrayList<>())
                        .add(one.placed));
        Map<ArticleLanguage, ArticleVectors> vectors = new EnumMap<>(ArticleLanguage.class);
        placed.forEach((language, some) -> {
            // The first question is not to wait until the model is loaded.
            model.embed(READY, language);
            model.space(language).ifPresent(space -> vectors.put(language, new ArticleVectors(space, some)));
        });
        return new Semantics.Understood(Map.copyOf(vectors), heard);
    }

    private void take(Article article, TextAnalysis analysis) {
        if (article.retired()) {
            read.remove(article.id());
            return;
        }
        ArticleText text = article.text();
        String whole = analysis.folded(ArticleTerms.whole(text));
        ArticleLanguage language = Runs.isChinese(whole) ? ArticleLanguage.ZH_CN : ArticleLanguage.EN;
        if (language == ArticleLanguage.ZH_CN) analysis.gatherWords(whole, words);
        Optional<PlacedVector> beginning = placed(whole, language);
        if (beginning.isEmpty()) {
            read.remove(article.id());
            return;
        }
        List<PlacedVector> phrasings = new ArrayList<>();
        Stream.concat(Stream.of(text.title()), text.questions().stream())
                .filter(one -> !one.isBlank())
                .limit(MOST_PHRASINGS)
                .forEach(one -> placed(analysis.folded(one), language).ifPresent(phrasings::add));
        var placed = new ArticleVectors.Placed(article.id(), phrasings, beginning.get(), known(whole, language));
        read.put(article.id(), new Read(language, placed));
    }

    /** How much of a text is read. */
    private static float known(String text, ArticleLanguage language) {
        int pieces = language == ArticleLanguage.EN ? text.length() / LETTERS_A_PIECE : text.length();
        return pieces <= READ ? 1 : (float) READ / pieces;
    }

    private Optional<PlacedVector> placed(String folded, ArticleLanguage language) {
        Optional<String> space = model.space(language);
        if (space.isEmpty()) {
            shelf.isIncomplete();
            return Optional.empty();
        }
        String beginning = cut(folded, language);
        Optional<PlacedVector> found = shelf.of(space.get(), beginning);
        if (found.isPresent()) return found;
        long began = time.nanos();
        Optional<PlacedVector> made =
                model.embed(beginning, language).map(Embedding::vector).map(PlacedVector::of);
        made.ifPresent(vector -> shelf.put(space.get(), beginning, vector));
        if (!hurried.getAsBoolean() && !stopped) LockSupport.parkNanos(REST * (time.nanos() - began));
        return made;
    }

    /** More than this is not read, so it changes nothing. */
    private static String cut(String text, ArticleLanguage language) {
        return text.substring(0, Math.min(text.length(), language == ArticleLanguage.EN ? READ * 8 : READ * 2));
    }
}
