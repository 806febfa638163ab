package amends.desktop.knowledge;

import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Query.Within;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By what answers can be narrowed down: what those have that stand there, one of each kind at a time. */
sealed interface Narrowing {
    /** @param path with all below it */
    record ByCategory(String path) implements Narrowing {}

    record ByTag(String tag) implements Narrowing {}

    record ByAudience(Audience audience) implements Narrowing {}

    record ByLanguage(ArticleLanguage language) implements Narrowing {}

    /** So many tags are offered: the commonest. */
    int MOST_TAGS = 8;

    /** Those in force. */
    static List<Narrowing> of(Within within) {
        var all = new ArrayList<Narrowing>();
        within.category().ifPresent(c -> all.add(new ByCategory(c)));
        within.tag().ifPresent(t -> all.add(new ByTag(t)));
        within.audience().ifPresent(a -> all.add(new ByAudience(a)));
        within.language().ifPresent(l -> all.add(new ByLanguage(l)));
        return all;
    }

    /** What is offered beside those in force. */
    static List<Narrowing> among(List<ArticleText> found, Within within) {
        var categories = new java.util.TreeSet<String>();
        Map<String, Integer> tags = new LinkedHashMap<>();
        for (ArticleText text : found) {
            int slash = text.category().indexOf('/');
            categories.add(slash < 0 ? text.category() : text.category().substring(0, slash));
            categories.add(text.category());
            text.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
        }
        within.category().ifPresent(categories::add);
        within.tag().ifPresent(tag -> tags.putIfAbsent(tag, 0));
        var all = new ArrayList<Narrowing>();
        categories.forEach(c -> all.add(new ByCategory(c)));
        tags.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_TAGS)
                .forEach(t -> all.add(new ByTag(t.getKey())));
        for (Audience audience : Audience.values()) all.add(new ByAudience(audience));
        for (ArticleLanguage language : ArticleLanguage.values()) all.add(new ByLanguage(language));
        return all;
    }

    /** This in place of another of its kind, or away where it is there. */
    static Within toggled(Within within, Narrowing one) {
        return switch (one) {
            case ByCategory(String path) ->
                new Within(other(within.category(), path), within.tag(), within.audience(), within.language());
            case ByTag(String tag) ->
                new Within(within.category(), other(within.tag(), tag), within.audience(), within.language());
            case ByAudience(Audience audience) ->
                new Within(within.category(), within.tag(), other(within.audience(), audience), within.language());
            case ByLanguage(ArticleLanguage language) ->
                new Within(within.category(), within.tag(), within.audience(), other(within.language(), language));
        };
    }

    private static <T> Optional<T> other(Optional<T> before, T now) {
        return before.filter(now::equals).isPresent() ? Optional.empty() : Optional.of(now);
    }
}
