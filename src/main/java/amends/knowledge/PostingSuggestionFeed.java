package amends.knowledge;

import amends.kernel.Cancellable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The feed for another thread than the call loop: what is said hops to the loop, what is told hops to the listeners'
 * thread, and {@link #of} answers from what was told last. Made on the call loop.
 */
public final class PostingSuggestionFeed implements SuggestionFeed {
    private static final int MOST_KEPT = 64;
    private final SuggestionFeed feed;
    private final Executor calls;
    private final Executor listeners;
    private final Map<String, Suggested> told = new ConcurrentHashMap<>();

    /** @param calls the call loop @param listeners where listeners are told, for instance the EDT */
    public PostingSuggestionFeed(SuggestionFeed feed, Executor calls, Executor listeners) {
        this.feed = feed;
        this.calls = calls;
        this.listeners = listeners;
        feed.onSuggested(this::keep);
    }

    private void keep(Suggested suggested) {
        told.keySet().removeIf(call -> told.size() > MOST_KEPT && feed.of(call).isEmpty());
        told.put(suggested.call(), suggested);
    }

    @Override
    public void cues(String call, String source, List<Cue> cues) {
        calls.execute(() -> feed.cues(call, source, cues));
    }

    @Override
    public void over(String call) {
        calls.execute(() -> feed.over(call));
    }

    @Override
    public void read(ArticleLanguage language) {
        calls.execute(() -> feed.read(language));
    }

    @Override
    public Optional<Suggested> of(String call) {
        return Optional.ofNullable(told.get(call));
    }

    @Override
    public Cancellable onSuggested(Consumer<Suggested> listener) {
        return feed.onSuggested(suggested -> listeners.execute(() -> listener.accept(suggested)));
    }
}
