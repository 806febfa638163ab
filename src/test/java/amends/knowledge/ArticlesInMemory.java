package amends.knowledge;

import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Articles without a database; it can be away. A transaction that throws leaves everything as it was. */
public final class ArticlesInMemory implements Articles, Transactions {
    public volatile boolean away;
    public volatile Optional<UUID> identity = Optional.of(new UUID(0, 7));
    private final Map<ArticleId, Article> articles = new LinkedHashMap<>();
    private final Map<ArticleId, List<ArticleText>> texts = new LinkedHashMap<>();
    private long change;

    private void here() {
        if (away) throw new StoreUnavailable("away", null);
    }

    @Override
    public Optional<UUID> identity() {
        here();
        return lastChange() == 0 ? Optional.empty() : identity;
    }

    @Override
    public synchronized long lastChange() {
        here();
        return change;
    }

    @Override
    public synchronized List<Article> changedSince(long since, int most) {
        here();
        return articles.values().stream()
                .filter(a -> a.change() > since)
                .sorted(Comparator.comparingLong(Article::change))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<Article> byId(ArticleId id) {
        return Optional.ofNullable(articles.get(id));
    }

    @Override
    public synchronized List<Article> inUse() {
        here();
        return articles.values().stream().filter(a -> !a.retired()).toList();
    }

    @Override
    public Optional<ArticleText> version(ArticleId id, int version) {
        here();
        List<ArticleText> all = texts.getOrDefault(id, List.of());
        return version < 1 || version > all.size() ? Optional.empty() : Optional.of(all.get(version - 1));
    }

    @Override
    public synchronized Article publish(ArticleText text) {
        here();
        int version = byId(text.id()).map(Article::version).orElse(0) + 1;
        var article = new Article(text, version, ++change, false);
        articles.put(text.id(), article);
        texts.computeIfAbsent(text.id(), id -> new ArrayList<>()).add(text);
        return article;
    }

    @Override
    public synchronized void retire(ArticleId id) {
        Article old = articles.get(id);
        if (old != null) articles.put(id, new Article(old.text(), old.version(), ++change, true));
    }

    /** As an older backup that is played in. */
    public synchronized void forgetAll() {
        articles.clear();
        texts.clear();
        change = 0;
    }

    @Override
    public synchronized <T> T call(Supplier<T> work) {
        var before = new ArrayList<>(articles.values());
        long changeBefore = change;
        try {
            return work.get();
        } catch (RuntimeException e) {
            articles.clear();
            before.forEach(a -> articles.put(a.id(), a));
            change = changeBefore;
            throw e;
        }
    }
}
