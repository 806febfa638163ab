package amends.knowledge;

import java.util.List;

/**
 * Finds answers. Any thread, but never one that must not wait: a search takes milliseconds as a rule. Works on while
 * the database is away. Nothing that can be typed makes it fail.
 */
public interface KnowledgeBase {
    /** Only articles in use that hold today and are for the reader. */
    Hits search(Query query);

    /** Answers that what is known of a call points to, best first; none where nothing points anywhere. */
    List<Suggestion> suggest(List<Cue> cues, ArticleLanguage language, int most);
}
