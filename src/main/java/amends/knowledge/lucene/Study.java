package amends.knowledge.lucene;

import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleId;
import amends.knowledge.Articles;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Phrasings;
import amends.knowledge.lucene.ConfirmedQuestions.Taught;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@link ConfirmedQuestions} anew when something was confirmed or an article changed, at most once a minute: on a
 * thread of the operating system that gives way to others, for it is work for up to some seconds. Until it is done, what
 * was known before serves. {@link #follow} is called by one thread; the rest by any.
 */
final class Study {
    private static final Logger LOG = LoggerFactory.getLogger(Study.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Articles articles;
    private final Phrasings phrasings;
    private final Timekeeper time;
    private final Runnable told;
    private volatile ConfirmedQuestions known = ConfirmedQuestions.NONE;
    private volatile boolean done;
    private volatile boolean busy;
    private State studied = new State(-1, -1);
    /** By the monotonic clock; empty until the first time. */
    private OptionalLong begun = OptionalLong.empty();

    private record State(long learned, long change) {}

    /** @param told when something was done */
    Study(Articles articles, Phrasings phrasings, Timekeeper time, Runnable told) {
        this.articles = articles;
        this.phrasings = phrasings;
        this.time = time;
        this.told = told;
    }

    ConfirmedQuestions known() {
        return known;
    }

    /** Whether everything that was confirmed when it was last looked is known. */
    boolean isDone() {
        return done;
    }

    void follow(TextAnalysis analysis) {
        if (busy || begun.isPresent() && time.nanos() - begun.getAsLong() < PAUSE.toNanos()) return;
        try {
            long learned = phrasings.lastChange();
            var now = new State(learned, learned == 0 ? 0 : articles.lastChange());
            if (now.equals(studied)) return;
            List<Taught> taught = learned == 0 ? List.of() : taught();
            studied = now;
            if (!taught.isEmpty()) begin(taught, analysis);
            else knows(ConfirmedQuestions.NONE);
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.debug("what was confirmed cannot be fetched: {}", e.getMessage());
        }
    }

    private List<Taught> taught() {
        var taught = new ArrayList<Taught>();
        for (Map.Entry<ArticleId, List<LearnedPhrasing>> one :
                phrasings.changedSince(0).entrySet())
            if (!one.getValue().isEmpty())
                articles.byId(one.getKey())
                        .filter(article -> !article.retired())
                        .ifPresent(article -> taught.add(new Taught(article.text(), one.getValue())));
        taught.sort(Comparator.comparing(one -> one.text().id().toString()));
        return taught;
    }

    private void begin(List<Taught> taught, TextAnalysis analysis) {
        begun = OptionalLong.of(time.nanos());
        busy = true;
        done = false;
        Thread.ofPlatform()
                .name("confirmed-questions")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> study(taught, analysis));
    }

    private void study(List<Taught> taught, TextAnalysis analysis) {
        try {
            knows(ConfirmedQuestions.of(taught, analysis));
        } catch (RuntimeException | OutOfMemoryError e) {
            // Answers are found without it, or when the desk closes nobody asks any more.
            LOG.warn("confirmed questions say nothing new: {}", e.toString());
            knows(known);
        } finally {
            busy = false;
        }
    }

    private void knows(ConfirmedQuestions now) {
        known = now;
        done = true;
        told.run();
    }
}
