package amends.knowledge;

import amends.kernel.Cancellable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps answers at hand for every call from its first ring on. Called, and tells, on the call loop; looks elsewhere,
 * with a deadline, and never holds a call up.
 */
public interface SuggestionFeed {
    /**
     * What one source knows of a call now, in place of what it knew before.
     *
     * @param call names the call; one that was not heard of yet begins with it
     * @param source who knows it, for instance {@code queue}
     */
    void cues(String call, String source, List<Cue> cues);

    /** The call and its write-up are over: it is forgotten. */
    void over(String call);

    /** In which language answers are read from now on. */
    void read(ArticleLanguage language);

    /** What was told of this call last. */
    Optional<Suggested> of(String call);

    Cancellable onSuggested(Consumer<Suggested> listener);

    /**
     * @param late whether the articles did not answer in time: said in a line, nothing else; they may still answer
     */
    record Suggested(String call, List<Suggestion> suggestions, boolean late) {
        public Suggested {
            suggestions = List.copyOf(suggestions);
        }
    }
}
