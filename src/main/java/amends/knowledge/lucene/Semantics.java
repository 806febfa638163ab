package amends.knowledge.lucene;

import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Articles;
import amends.knowledge.EmbeddingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What articles and questions mean, beside the words they are put in. Articles are read by a thread of its own that rests
 * twice as long as it works, from the first question on (who asks nothing has no use for it), but not in the first seconds
 * after the start, and those that changed some seconds after they did: some thousandths of a second for each phrasing,
 * once, for what was made of a text is kept. Until they are read, and where there are very many, articles are found by
 * their words alone. {@link #follow} is called by one thread; the rest by any.
 */
final class Semantics {
    private static final Logger LOG = LoggerFactory.getLogger(Semantics.class);

    /** With more, one question would be held against more than a thread should look at while somebody types. */
    static final int MOST_ARTICLES = 3_000;

    /** Whoever signs in and is called at once is not kept waiting for it. */
    private static final Duration LATER = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final EmbeddingModel model;
    private final ArticleReading reading;
    private final Timekeeper time;
    private final Runnable told;
    private final Folding folding = new Folding();
    private volatile Understood known = Understood.NOTHING;
    private volatile boolean hurried;
    private volatile boolean wanted;
    private volatile State seen = State.NONE;
    private volatile State done = State.NONE;
    private volatile boolean busy;
    private volatile Optional<Thread> reader = Optional.empty();
    private volatile boolean failed;
    private volatile long next;

    /** @param from whose articles they are @param change up to which of their changes */
    private record State(Optional<UUID> from, long change) {
        static final State NONE = new State(Optional.empty(), -1);
    }

    /** @param heard by which a question is put right, or written, before it is asked what it means */
    record Understood(Map<ArticleLanguage, ArticleVectors> vectors, Optional<SoundReading> heard) {
        static final Understood NOTHING = new Understood(Map.of(), Optional.empty());
    }

    /** @param folder of the index, beside which vectors are kept; empty: for this run only @param told when something was done */
    Semantics(EmbeddingModel model, Articles articles, Optional<Path> folder, Timekeeper time, Runnable told) {
        this.model = model;
        this.time = time;
        this.told = told;
        var shelf = new VectorShelf(folder.map(f -> f.resolveSibling(f.getFileName() + ".vectors")));
        reading = new ArticleReading(model, articles, shelf, time, () -> hurried);
        next = time.nanos() + LATER.toNanos();
    }

    /** Whether every article was read that was there when it was last looked. */
    boolean isDone() {
        return model == EmbeddingModel.NONE || seen != State.NONE && done.equals(seen);
    }

    /** Somebody waits for it: it begins at once, and does not rest. */
    void hurry() {
        hurried = true;
    }

    /** @param fed what can be found @param size how many articles that is @param analysis in use until {@link #close} */
    void follow(ArticleIndex.Fed fed, int size, TextAnalysis analysis) {
        if (model == EmbeddingModel.NONE) return;
        var now = new State(fed.from(), fed.change());
        seen = now;
        if (busy || now.equals(done)) return;
        if (!hurried && !wanted || (!hurried || failed) && time.nanos() - next < 0) return;
        if (size > MOST_ARTICLES || !understandsAny()) {
            reading.forget();
            isRead(now, Understood.NOTHING);
            return;
        }
        failed = false;
        busy = true;
        reader = Optional.of(Thread.ofPlatform()
                .name("article-meaning")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> read(now, analysis)));
    }

    private boolean understandsAny() {
        return Arrays.stream(ArticleLanguage.values())
                .anyMatch(language -> model.space(language).isPresent());
    }

    private void read(State now, TextAnalysis analysis) {
        try {
            reading.read(now.from(), analysis).ifPresent(understood -> isRead(now, understood));
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.debug("articles cannot be fetched: {}", e.getMessage());
            failed = true;
        } catch (RuntimeException | OutOfMemoryError e) {
            // Answers are found without it, or when the desk closes nobody asks any more.
            LOG.warn("articles are found as they were before: {}", e.toString());
            reading.forget();
            isRead(now, known);
        } finally {
            next = time.nanos() + PAUSE.toNanos();
            if (done.equals(seen)) hurried = false;
            busy = false;
            told.run();
        }
    }

    private void isRead(State now, Understood understood) {
        known = understood;
        done = now;
        told.run();
    }

    /** What a question means; for nothing that can be typed does it fail. */
    Meant of(String question, TextAnalysis analysis) {
        wanted = true;
        Understood now = known;
        if (now.vectors().isEmpty()) return Meant.NOTHING;
        try {
            String folded = folding.fold(question.substring(0, Math.min(question.length(), Question.MOST_CHARACTERS)));
            if (folded.chars().anyMatch(c -> Folding.isHan((char) c))) {
                String put =
                        now.heard().map(reading -> reading.putRight(folded)).orElse(folded);
                return new Meant(
                        Optional.of(put).filter(p -> !p.equals(folded)), near(put, ArticleLanguage.ZH_CN, now));
            }
            String signs = analysis.heard(folded);
            if (signs.isEmpty()) return Meant.as(near(folded, ArticleLanguage.EN, now));
            // Much of it looks like English to a model of English. The index hears it; the model is told how it is
            // written.
            return Meant.as(now.heard()
                    .flatMap(reading -> reading.written(signs))
                    .map(put -> near(put, ArticleLanguage.ZH_CN, now))
                    .orElse(Nearness.NONE));
        } catch (RuntimeException e) {
            LOG.warn("a question is answered by its words alone: {}", e.toString());
            return Meant.NOTHING;
        }
    }

    private Nearness near(String put, ArticleLanguage language, Understood now) {
        ArticleVectors vectors = now.vectors().get(language);
        if (vectors == null) return Nearness.NONE;
        return model.embed(put, language).map(vectors::of).orElse(Nearness.NONE);
    }

    /** Waits until nothing is read any more, so that the model can be closed. */
    void close(Duration most) throws InterruptedException {
        reading.stop();
        Optional<Thread> last = reader;
        if (last.isPresent()) last.get().join(most);
        if (!busy) reading.keep();
    }
}
