package amends.knowledge.lucene;

import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Cue;
import amends.knowledge.Hits;
import amends.knowledge.KnowledgeBase;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Phrasings;
import amends.knowledge.Query;
import amends.knowledge.Suggestion;
import amends.knowledge.WordCandidate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds articles in an index of this desk's own. A thread of its own opens it and feeds it from the database, second by
 * second, by the change number; while the database is away it answers from what it has.
 */
public final class LuceneKnowledgeBase implements KnowledgeBase, WordCandidate.Looking, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneKnowledgeBase.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SPELLING = Duration.ofMinutes(1);
    private static final Duration LAST_WORK = Duration.ofSeconds(5);

    private final Optional<Path> folder;
    private final Articles articles;
    private final Phrasings phrasings;
    private final FollowedWords words;
    private final Study study;
    private final Semantics semantics;
    private final Timekeeper time;
    private final ZoneId zone;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread feeder;
    private volatile Searching searching;
    private volatile boolean broken;
    private volatile boolean upToDate;
    private boolean nudged;
    /** How often somebody asked to wait for what is there, and of which of them it can be found. */
    private int asked;

    private int answered;
    private Instant spelled = Instant.MIN;
    private boolean closing;

    /**
     * Returns at once; until the index is open nothing is found.
     *
     * @param folder where the index is kept; empty: in memory
     */
    public static LuceneKnowledgeBase open(Optional<Path> folder, IndexSources sources, Timekeeper time, ZoneId zone) {
        var base = new LuceneKnowledgeBase(folder, sources, time, zone);
        base.feeder.start();
        return base;
    }

    private LuceneKnowledgeBase(Optional<Path> folder, IndexSources sources, Timekeeper time, ZoneId zone) {
        this.folder = folder;
        this.time = time;
        this.zone = zone;
        articles = sources.articles();
        phrasings = sources.phrasings();
        words = new FollowedWords(sources.words());
        study = new Study(articles, phrasings, time, this::hasChanged);
        semantics = new Semantics(sources.model(), articles, folder, time, this::hasChanged);
        feeder = Thread.ofVirtual().name("article-index").unstarted(this::feed);
    }

    @Override
    public Hits search(Query query) {
        Searching now = searching;
        if (now == null) return new Hits(List.of(), false);
        try {
            return new Hits(now.search(query, today()), upToDate);
        } catch (IOException | RuntimeException e) {
            fails(e);
            return new Hits(List.of(), false);
        }
    }

    @Override
    public List<Suggestion> suggest(List<Cue> cues, ArticleLanguage language, int most) {
        Searching now = searching;
        if (now == null) return List.of();
        try {
            return now.suggest(cues, language, most, today());
        } catch (IOException | RuntimeException e) {
            fails(e);
            return List.of();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), zone);
    }

    /** What can be asked cannot make it fail, so the index is broken: it is made anew. */
    private void fails(Exception e) {
        LOG.error("the index of articles failed and is made anew", e);
        broken = true;
        nudge();
    }

    /** Looks for changes now. Any thread. */
    public void nudge() {
        lock.lock();
        try {
            nudged = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<String> meant(Query query) {
        Searching now = searching;
        if (now == null) return Optional.empty();
        try {
            return now.meant(query, today());
        } catch (IOException | RuntimeException e) {
            // Answers are found without it: the index stays.
            LOG.warn("what may have been meant cannot be said: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public List<String> apart(String question, ArticleText article) {
        Searching now = searching;
        return now == null ? List.of() : now.apart().of(question, article);
    }

    @Override
    public String matter(ArticleText article) {
        Searching now = searching;
        return now == null ? "" : now.apart().matter(article);
    }

    /** Waits until everything that is in the database now can be found. @return whether it can */
    public boolean awaitUpToDate(Duration most) {
        long left = most.toNanos();
        lock.lock();
        try {
            int mine = ++asked;
            nudged = true;
            changed.signalAll();
            while (answered < mine && left > 0) left = changed.awaitNanos(left);
            return answered >= mine;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until what may have been meant can be said. */
    public void awaitSpelling(Duration most) {
        await(this::knowsSpelling, most);
    }

    /** Waits until all that is confirmed has its say in the order of answers. */
    public void awaitConfirmed(Duration most) {
        await(study::isDone, most);
    }

    /** Waits until every article is found by what it means, if this machine understands any. */
    public void awaitMeanings(Duration most) {
        semantics.hurry();
        nudge();
        await(semantics::isDone, most);
    }

    private void await(BooleanSupplier there, Duration most) {
        long left = most.toNanos();
        lock.lock();
        try {
            while (!there.getAsBoolean() && left > 0) left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean knowsSpelling() {
        Searching now = searching;
        return now != null && now.knowsSpelling();
    }

    /** How large the index is; 0 while it is not open. */
    public long bytes() {
        Searching now = searching;
        try {
            return now == null ? 0 : now.bytes();
        } catch (IOException e) {
            return 0;
        }
    }

    private void feed() {
        try (var analysis = new TextAnalysis()) {
            ArticleIndex index =
                    folder.map(f -> IndexPlace.open(f, analysis)).orElseGet(() -> IndexPlace.inMemory(analysis));
            try {
                do {
                    if (broken) index = replaced(index, analysis);
                    if (searching == null)
                        searching = new Searching(index, analysis, study::known, text -> semantics.of(text, analysis));
                    follow(index, analysis);
                    learnSpelling();
                } while (rest());
            } finally {
                searching = null;
                index.close();
            }
        }
    }

    private ArticleIndex replaced(ArticleIndex old, TextAnalysis analysis) {
        searching = null;
        upToDate = false;
        broken = false;
        try {
            old.close();
        } catch (RuntimeException e) {
            LOG.debug("the broken index did not close", e);
        }
        return folder.map(f -> IndexPlace.anew(f, analysis)).orElseGet(() -> IndexPlace.inMemory(analysis));
    }

    private void follow(ArticleIndex index, TextAnalysis analysis) {
        int asking = asked();
        try {
            catchUp(index, words.follow(analysis));
            study.follow(analysis);
            semantics.follow(index.fed(), index.size(), analysis);
            isUpToDate(asking);
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.debug("articles cannot be fetched: {}", e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("the index of articles cannot be written and is made anew", e);
            broken = true;
        }
    }

    /** Words change slowly, and looking through all of them takes a moment. */
    private void learnSpelling() {
        Searching now = searching;
        if (now == null || broken || now.knowsSpelling() && time.now().isBefore(spelled.plus(SPELLING))) return;
        try {
            now.learnSpelling();
            spelled = time.now();
            hasChanged();
        } catch (IOException | RuntimeException e) {
            LOG.warn("nothing is known of spelling: {}", e.toString());
        }
    }

    private int asked() {
        lock.lock();
        try {
            return asked;
        } finally {
            lock.unlock();
        }
    }

    /** @param asking who asked later asks for what may be there since */
    private void isUpToDate(int asking) {
        upToDate = true;
        lock.lock();
        try {
            answered = asking;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hasChanged() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @param otherWords whether the house's words are others than those by which the index was made */
    private void catchUp(ArticleIndex index, boolean otherWords) throws IOException {
        long last = articles.lastChange();
        Optional<UUID> identity = articles.identity();
        long learned = phrasings.lastChange();
        boolean same = !otherWords
                && identity.equals(index.fed().from())
                && last >= index.fed().change()
                && learned >= index.fed().learned();
        if (same && last == index.fed().change() && learned == index.fed().learned()) return;
        if (!same) index.clear();
        boolean anew = index.fed().change() == 0;
        Map<ArticleId, List<LearnedPhrasing>> news =
                phrasings.changedSince(anew ? 0 : index.fed().learned());
        long change = index.fed().change();
        try (var filling = new Filling(index)) {
            List<Article> next;
            while (!(next = articles.changedSince(change, Filling.AT_ONCE)).isEmpty()) {
                filling.put(next.stream()
                        .map(article -> new Filling.Entry(article, asked(article, news, anew)))
                        .toList());
                change = next.getLast().change();
            }
            filling.finish();
        }
        if (!anew) relearn(index, news);
        index.keep(new ArticleIndex.Fed(identity, change, learned));
        words.indexed();
        LOG.info("{} articles can be found, as of change {}", index.size(), change);
    }

    private List<LearnedPhrasing> asked(Article article, Map<ArticleId, List<LearnedPhrasing>> news, boolean all) {
        List<LearnedPhrasing> asked = news.get(article.id());
        if (asked != null) return asked;
        return all ? List.of() : phrasings.of(article.id());
    }

    private void relearn(ArticleIndex index, Map<ArticleId, List<LearnedPhrasing>> news) throws IOException {
        for (Map.Entry<ArticleId, List<LearnedPhrasing>> one : news.entrySet()) {
            Optional<Article> article = articles.byId(one.getKey());
            if (article.isPresent()) index.put(article.get(), one.getValue());
        }
    }

    /** @return false when it closes */
    private boolean rest() {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (!nudged && !closing && left > 0) left = changed.awaitNanos(left);
            nudged = false;
            return !closing;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            semantics.close(LAST_WORK);
            feeder.join(LAST_WORK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
