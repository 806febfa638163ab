package amends.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Finds answers. Any thread, but never one that must not wait: a search takes milliseconds as a rule. Works on while
 * the database is away. Nothing that can be typed makes it fail.
 */
public interface KnowledgeBase {
    /** Only articles in use that hold today and are for the reader. */
    Hits search(Query query);

    /**
     * How it may have been meant, where that finds clearly more: words that no article has put as ones that sound or look
     * nearly the same. Empty as a rule.
     */
    default Optional<String> meant(Query query) {
        return Optional.empty();
    }

    /** Answers that what is known of a call points to, best first; none where nothing points anywhere. */
    List<Suggestion> suggest(List<Cue> cues, ArticleLanguage language, int most);
}
