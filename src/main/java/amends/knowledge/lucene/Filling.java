package amends.knowledge.lucene;

import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.LearnedPhrasing;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Puts articles into an index: a few by the caller's thread, many on threads of its own, one for each processor. They
 * are threads of the operating system and give way to others: turning text into terms is work, and virtual threads would
 * keep those waiting who look up a caller.
 */
final class Filling implements AutoCloseable {
    /** So many are put in one go; fewer are not worth a thread. */
    static final int AT_ONCE = 500;

    private static final int MOST_THREADS = 4;
    private final ArticleIndex index;
    private final Deque<Batch> underWay = new ArrayDeque<>();
    private final int most = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    private ExecutorService threads;

    /** @param learned how else people ask for it */
    record Entry(Article article, List<LearnedPhrasing> learned) {}

    private record Batch(Set<ArticleId> ids, Future<?> done) {}

    Filling(ArticleIndex index) {
        this.index = index;
    }

    /** Takes them in the order of their changes: an article that is under way is not overtaken by its own next change. */
    void put(List<Entry> some) throws IOException {
        if (some.size() < AT_ONCE) {
            awaitAll();
            putNow(some);
            return;
        }
        Set<ArticleId> ids = some.stream().map(one -> one.article().id()).collect(Collectors.toSet());
        while (underWay.size() > most
                || underWay.stream().anyMatch(batch -> batch.ids().stream().anyMatch(ids::contains))) awaitFirst();
        underWay.add(new Batch(ids, threads().submit(() -> {
            putNow(some);
            return null;
        })));
    }

    private void putNow(List<Entry> some) throws IOException {
        for (Entry one : some) index.put(one.article(), one.learned());
    }

    private ExecutorService threads() {
        if (threads == null)
            threads = Executors.newFixedThreadPool(
                    most,
                    Thread.ofPlatform()
                            .name("article-terms-", 1)
                            .daemon()
                            .priority(Thread.MIN_PRIORITY)
                            .factory());
        return threads;
    }

    /** Returns when everything that was put is in the index. */
    void finish() throws IOException {
        awaitAll();
        if (threads == null) return;
        // Each thread's own piece at once: else the one that keeps the index would write them one after another.
        for (int i = 0; i < most; i++)
            underWay.add(new Batch(Set.of(), threads.submit(() -> {
                index.flush();
                return null;
            })));
        awaitAll();
    }

    private void awaitAll() throws IOException {
        while (!underWay.isEmpty()) awaitFirst();
    }

    private void awaitFirst() throws IOException {
        try {
            underWay.removeFirst().done().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) throw failed;
            throw new IllegalStateException("articles could not be put into the index", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while articles were put into the index", e);
        }
    }

    @Override
    public void close() {
        if (threads == null) return;
        threads.shutdown();
        threads.close();
    }
}
