package amends.app;

import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A corpus as articles that are there once and for all. */
final class BenchCorpus implements Articles {
    private final UUID identity = new UUID(0, 1);
    private final List<Article> articles = new ArrayList<>();
    private final Set<ArticleId> ids = new HashSet<>();

    BenchCorpus(Map<String, String> texts) {
        texts.forEach((id, text) -> articles.add(new Article(article(id, text), 1, articles.size() + 1, false)));
        articles.forEach(article -> ids.add(article.id()));
    }

    Optional<ArticleId> named(String id) {
        var named = new ArticleId(id, ArticleLanguage.ZH_CN);
        return ids.contains(named) ? Optional.of(named) : Optional.empty();
    }

    private static ArticleText article(String id, String text) {
        String[] parts = text.split(" \\| ");
        return new ArticleText(
                new ArticleId(id, ArticleLanguage.ZH_CN),
                parts.length > 1 ? parts[0] : "",
                Arrays.asList(parts).subList(Math.min(1, parts.length), Math.max(1, parts.length - 1)),
                "bench",
                List.of(),
                Audience.CUSTOMER,
                Validity.ALWAYS,
                parts[parts.length - 1],
                Optional.empty());
    }

    @Override
    public Optional<UUID> identity() {
        return Optional.of(identity);
    }

    @Override
    public long lastChange() {
        return articles.size();
    }

    @Override
    public List<Article> changedSince(long change, int most) {
        int from = (int) change;
        return articles.subList(from, Math.min(articles.size(), from + most));
    }

    @Override
    public Optional<Article> byId(ArticleId id) {
        return articles.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    @Override
    public List<Article> inUse() {
        return articles;
    }

    @Override
    public Optional<ArticleText> version(ArticleId id, int version) {
        return byId(id).map(Article::text);
    }

    @Override
    public Article publish(ArticleText text) {
        throw new UnsupportedOperationException("a corpus stays as it is");
    }

    @Override
    public void retire(ArticleId id) {
        throw new UnsupportedOperationException("a corpus stays as it is");
    }
}
