package amends.knowledge.lucene;

import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Embedding;
import amends.knowledge.EmbeddingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What articles and questions mean, beside the words they are put in. Articles are read by a thread of the operating
 * system that gives way to others, from some seconds after the start on and whenever one changed: some thousandths of a
 * second for each phrasing, once, for what was made of a text is kept. Until they are, and where there are very many,
 * articles are found by their words alone. {@link #follow} is called by one thread; the rest by any.
 */
final class Semantics {
    private static final Logger LOG = LoggerFactory.getLogger(Semantics.class);

    /** With more, one question would be held against more than a thread should look at while somebody types. */
    static final int MOST_ARTICLES = 3_000;

    private static final int MOST_PHRASINGS = 12;
    /** A text of so many characters is read to its end; of a longer one the beginning stands for it in part. */
    private static final int READ = 128;

    private static final int LETTERS_A_PIECE = 4;
    /** Whoever signs in and is called at once is not kept waiting for it. */
    private static final Duration LATER = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int KEPT_EACH = 500;

    private final EmbeddingModel model;
    private final Articles articles;
    private final VectorShelf shelf;
    private final Timekeeper time;
    private final Runnable told;
    private final Folding folding = new Folding();
    private volatile Map<ArticleLanguage, ArticleVectors> known = Map.of();
    private volatile boolean done;
    private volatile boolean busy;
    private volatile boolean closing;
    private volatile boolean hurried;
    private volatile Optional<Thread> reader = Optional.empty();
    private volatile long readUpTo = -1;
    private long next;

    /** @param folder where vectors are kept; empty: for this run only @param told when something was done */
    Semantics(EmbeddingModel model, Articles articles, Optional<Path> folder, Timekeeper time, Runnable told) {
        this.model = model;
        this.articles = articles;
        this.time = time;
        this.told = told;
        shelf = new VectorShelf(folder.map(f -> f.resolveSibling(f.getFileName() + ".vectors")));
        next = time.nanos() + LATER.toNanos();
        done = model == EmbeddingModel.NONE;
    }

    /** Whether every article was read that was there when it was last looked. */
    boolean isDone() {
        return done;
    }

    /** Somebody waits for it: it begins at once. */
    void hurry() {
        hurried = true;
    }

    /** @param change the number of the latest change @param size how many articles can be found */
    void follow(long change, int size) {
        if (model == EmbeddingModel.NONE || busy || change == readUpTo) return;
        done = false;
        if (!hurried && time.nanos() - next < 0) return;
        next = time.nanos() + PAUSE.toNanos();
        readUpTo = change;
        if (size > MOST_ARTICLES) {
            LOG.info("{} articles are too many to be found by what they mean, so by their words alone", size);
            known = Map.of();
            isDoneNow();
            return;
        }
        busy = true;
        reader = Optional.of(Thread.ofPlatform()
                .name("article-meaning")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::read));
    }

    private void read() {
        try {
            shelf.begin();
            Map<ArticleLanguage, List<ArticleVectors.Placed>> placed = new EnumMap<>(ArticleLanguage.class);
            int since = 0;
            for (Article article : articles.inUse()) {
                if (closing) return;
                place(article.text(), placed);
                if (++since % KEPT_EACH == 0) shelf.keep();
            }
            known = vectors(placed);
            shelf.end();
            LOG.info(
                    "{} articles can be found by what they mean",
                    placed.values().stream().mapToInt(List::size).sum());
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.debug("articles cannot be fetched: {}", e.getMessage());
            readUpTo = -1;
        } catch (RuntimeException | OutOfMemoryError e) {
            // Answers are found without it, or when the desk closes nobody asks any more.
            LOG.warn("articles are found as they were before: {}", e.toString());
        } finally {
            busy = false;
            isDoneNow();
        }
    }

    private Map<ArticleLanguage, ArticleVectors> vectors(Map<ArticleLanguage, List<ArticleVectors.Placed>> placed) {
        Map<ArticleLanguage, ArticleVectors> all = new EnumMap<>(ArticleLanguage.class);
        placed.forEach((language, some) ->
                model.space(language).ifPresent(space -> all.put(language, new ArticleVectors(space, some))));
        return Map.copyOf(all);
    }

    private void place(ArticleText article, Map<ArticleLanguage, List<ArticleVectors.Placed>> placed) {
        String whole = folding.fold(ArticleTerms.whole(article));
        ArticleLanguage language = Runs.isChinese(whole) ? ArticleLanguage.ZH_CN : ArticleLanguage.EN;
        Optional<PlacedVector> beginning = placed(whole, language);
        if (beginning.isEmpty()) return;
        List<PlacedVector> phrasings = new ArrayList<>();
        Stream.concat(Stream.of(article.title()), article.questions().stream())
                .filter(text -> !text.isBlank())
                .limit(MOST_PHRASINGS)
                .forEach(text -> placed(folding.fold(text), language).ifPresent(phrasings::add));
        placed.computeIfAbsent(language, l -> new ArrayList<>())
                .add(new ArticleVectors.Placed(article.id(), phrasings, beginning.get(), known(whole, language)));
    }

    /** How much of a text is read. */
    private static float known(String text, ArticleLanguage language) {
        int pieces = language == ArticleLanguage.EN ? text.length() / LETTERS_A_PIECE : text.length();
        return pieces <= READ ? 1 : (float) READ / pieces;
    }

    private Optional<PlacedVector> placed(String folded, ArticleLanguage language) {
        Optional<String> space = model.space(language);
        if (space.isEmpty()) return Optional.empty();
        String read = cut(folded, language);
        Optional<PlacedVector> kept = shelf.of(space.get(), read);
        if (kept.isPresent()) return kept;
        Optional<PlacedVector> made =
                model.embed(read, language).map(Embedding::vector).map(PlacedVector::of);
        made.ifPresent(vector -> shelf.put(space.get(), read, vector));
        return made;
    }

    /** More than this is not read, so it changes nothing. */
    private static String cut(String text, ArticleLanguage language) {
        return text.substring(0, Math.min(text.length(), language == ArticleLanguage.EN ? READ * 8 : READ * 2));
    }

    private void isDoneNow() {
        done = true;
        told.run();
    }

    /** How near articles are to what a question means; for nothing that can be typed does it fail. */
    Nearness of(String question) {
        Map<ArticleLanguage, ArticleVectors> now = known;
        if (now.isEmpty()) return Nearness.NONE;
        String folded = folding.fold(question.substring(0, Math.min(question.length(), Question.MOST_CHARACTERS)));
        boolean han = folded.chars().anyMatch(c -> Folding.isHan((char) c));
        ArticleLanguage language = han ? ArticleLanguage.ZH_CN : ArticleLanguage.EN;
        ArticleVectors vectors = now.get(language);
        if (vectors == null) return Nearness.NONE;
        return model.embed(folded, language).map(vectors::of).orElse(Nearness.NONE);
    }

    /** Waits until nothing is read any more, so that the model can be closed. */
    void close(Duration most) throws InterruptedException {
        closing = true;
        Optional<Thread> last = reader;
        if (last.isPresent()) last.get().join(most);
    }
}
