package amends.knowledge;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.Subscribers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the knowledge base anew whenever a call's cues change: one question of a call at a time, the newest cues next.
 * Used on the call loop; the base is asked on a background thread.
 */
public final class CallSuggestions implements SuggestionFeed {
    private static final Logger LOG = LoggerFactory.getLogger(CallSuggestions.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    /** A call that nobody said is over makes room in the end. */
    private static final int MOST_CALLS = 32;

    private static final int MOST_SUGGESTIONS = 5;

    private final KnowledgeBase base;
    private final Loop loop;
    private final Executor background;
    private final Subscribers<Suggested> subscribers = new Subscribers<>();
    private final Map<String, Course> courses = new LinkedHashMap<>();
    private ArticleLanguage language;

    private static final class Course {
        final Map<String, List<Cue>> cues = new LinkedHashMap<>();
        Optional<Suggested> told = Optional.empty();
        boolean asking;
        boolean changed;
    }

    /** @param background where the base is asked: virtual threads */
    public CallSuggestions(KnowledgeBase base, ArticleLanguage language, Loop loop, Executor background) {
        this.base = base;
        this.language = language;
        this.loop = loop;
        this.background = background;
    }

    @Override
    public void cues(String call, String source, List<Cue> cues) {
        Course course = courses.computeIfAbsent(call, c -> new Course());
        List<Cue> before = course.cues.put(source, List.copyOf(cues));
        if (courses.size() > MOST_CALLS)
            courses.remove(courses.keySet().iterator().next());
        if (!cues.equals(before == null ? List.of() : before)) changed(call, course);
    }

    @Override
    public void over(String call) {
        courses.remove(call);
    }

    @Override
    public void read(ArticleLanguage newLanguage) {
        if (language == newLanguage) return;
        language = newLanguage;
        courses.forEach(this::changed);
    }

    @Override
    public Optional<Suggested> of(String call) {
        return Optional.ofNullable(courses.get(call)).flatMap(course -> course.told);
    }

    @Override
    public Cancellable onSuggested(Consumer<Suggested> listener) {
        return subscribers.add(listener);
    }

    private void changed(String call, Course course) {
        course.changed = true;
        if (!course.asking) ask(call, course);
    }

    private void ask(String call, Course course) {
        course.asking = true;
        course.changed = false;
        List<Cue> cues = course.cues.values().stream().flatMap(List::stream).toList();
        ArticleLanguage reading = language;
        Cancellable deadline = loop.after(DEADLINE, () -> late(call, course));
        background.execute(() -> {
            List<Suggestion> found = found(call, cues, reading);
            loop.execute(() -> {
                deadline.cancel();
                answered(call, course, found);
            });
        });
    }

    /** Runs at the edge of the loop: a knowledge base that fails costs its suggestions, never the call. */
    private List<Suggestion> found(String call, List<Cue> cues, ArticleLanguage reading) {
        try {
            return base.suggest(cues, reading, MOST_SUGGESTIONS);
        } catch (RuntimeException e) {
            LOG.warn("call {}: no suggestions: {}", call, e.toString());
            return List.of();
        }
    }

    private void late(String call, Course course) {
        LOG.warn("call {}: the articles do not answer", call);
        List<Suggestion> before = course.told.map(Suggested::suggestions).orElse(List.of());
        tell(course, new Suggested(call, before, true));
    }

    private void answered(String call, Course course, List<Suggestion> found) {
        course.asking = false;
        if (courses.get(call) != course) return;
        tell(course, new Suggested(call, found, false));
        if (course.changed) ask(call, course);
    }

    private void tell(Course course, Suggested suggested) {
        if (course.told.filter(suggested::equals).isPresent()) return;
        course.told = Optional.of(suggested);
        subscribers.publish(suggested);
    }
}
