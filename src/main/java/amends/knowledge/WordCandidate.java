package amends.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A word that may belong into the house's list: people asked with it, an article was the answer, and the article does not
 * have it.
 *
 * @param said what people say @param bank what the article seems to call it: a proposal @param times how often
 */
public record WordCandidate(String said, ArticleId article, String bank, int times) {
    static final int MOST = 100;

    /** Looks into texts. Any thread. */
    public interface Looking {
        /** Words of a question that neither an article has nor anything that means the same. */
        List<String> apart(String question, ArticleText article);

        /** What an article calls its matter; empty when it does not say shortly. */
        String matter(ArticleText article);
    }

    /** What somebody does not want in the list. */
    public record Dismissed(String said, String slug) {}

    private record Asked(String words, ArticleId article) {}

    private static final class Count {
        int times;
        /** What came from a search carries no contact, and counts each time. */
        final Set<UUID> contacts = new HashSet<>();
    }

    /**
     * The most frequent first.
     *
     * @param confirmed each contact counts once
     * @param searches those that brought no answer, where one was used in the end
     */
    static List<WordCandidate> of(
            List<Confirmations.Said> confirmed,
            List<SearchMade> searches,
            Set<Dismissed> dismissed,
            Function<ArticleId, Optional<Article>> articles,
            Looking looking) {
        Map<ArticleId, Optional<Article>> known = new LinkedHashMap<>();
        Map<Asked, Count> counted = new LinkedHashMap<>();
        for (Confirmations.Said one : confirmed)
            counted.computeIfAbsent(new Asked(one.words(), one.article()), a -> new Count())
                    .contacts
                    .add(one.contact());
        for (SearchMade search : searches)
            search.ledTo()
                    .ifPresent(slug -> counted.computeIfAbsent(
                                    new Asked(search.words(), new ArticleId(slug, search.language())), a -> new Count())
                            .times++);
        Map<Dismissed, WordCandidate> found = new LinkedHashMap<>();
        counted.forEach((asked, count) -> known.computeIfAbsent(asked.article(), articles)
                .filter(article -> !article.retired())
                .ifPresent(article -> {
                    int times = count.times + count.contacts.size();
                    for (String said : looking.apart(asked.words(), article.text()))
                        found.merge(
                                new Dismissed(said, article.id().slug()),
                                new WordCandidate(said, article.id(), looking.matter(article.text()), times),
                                (a, b) -> new WordCandidate(said, a.article(), a.bank(), a.times() + b.times()));
                }));
        found.keySet().removeAll(dismissed);
        var all = new ArrayList<>(found.values());
        all.sort(Comparator.comparingInt(WordCandidate::times).reversed().thenComparing(WordCandidate::said));
        return all.stream().limit(MOST).toList();
    }
}
