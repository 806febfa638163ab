package amends.desktop.knowledge;

import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which articles were marked in the calls at hand, in the order in which they were. */
final class UsedInCalls {
    private final Map<CallId, Map<ArticleId, Article>> used = new HashMap<>();
    private final Map<ArticleId, String> titles = new HashMap<>();

    boolean has(CallId call, ArticleId article) {
        return used.getOrDefault(call, Map.of()).containsKey(article);
    }

    /** @return true */
    boolean add(CallId call, Article article) {
        used.computeIfAbsent(call, c -> new LinkedHashMap<>()).put(article.id(), article);
        return true;
    }

    /** @return true */
    boolean remove(CallId call, ArticleId article) {
        used.getOrDefault(call, new HashMap<>()).remove(article);
        return true;
    }

    void forget(CallId call) {
        used.remove(call);
    }

    /** The reader's script has changed. */
    void forgetTitles() {
        titles.clear();
    }

    List<String> titles(CallId call, ScriptOfReader script) {
        return used.getOrDefault(call, Map.of()).values().stream()
                .map(article -> titles.computeIfAbsent(article.id(), id -> script.title(article)))
                .toList();
    }
}
