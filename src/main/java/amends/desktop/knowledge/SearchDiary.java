package amends.desktop.knowledge;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.SearchMade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells how each search ended. What is typed letter by letter is one search; it ends when something else is searched, the
 * field is cleared or the call is left. It was answered when an article was used, between calls when one was read.
 */
final class SearchDiary {
    /** What stood there for less was on the way to something else. */
    private static final Duration LOOKED_AT = Duration.ofMillis(1500);

    private static final int LEAST = 2;
    private static final int MOST = 20;
    private final Consumer<SearchMade> told;
    private final BooleanSupplier inCall;
    private final Timekeeper time;
    private Optional<Pending> pending = Optional.empty();
    /** Searches of this call that brought no answer: what was used in the end is told with them. */
    private final List<SearchMade> without = new ArrayList<>();

    private record Pending(
            String words, ArticleLanguage language, int found, Instant since, boolean opened, boolean used) {
        Pending read() {
            return new Pending(words, language, found, since, true, used);
        }

        Pending answered() {
            return new Pending(words, language, found, since, opened, true);
        }
    }

    /** @param told on the caller's thread @param inCall whether there is one: then reading alone is no answer yet */
    SearchDiary(Consumer<SearchMade> told, BooleanSupplier inCall, Timekeeper time) {
        this.told = told;
        this.inCall = inCall;
        this.time = time;
    }

    void found(String words, ArticleLanguage language, int found) {
        String plain = words.strip();
        if (plain.length() < LEAST) return;
        if (pending.filter(p -> goesOn(p.words(), plain)).isEmpty()) ended();
        boolean opened = pending.filter(Pending::opened).isPresent();
        pending = Optional.of(new Pending(plain, language, found, time.now(), opened, false));
    }

    /** It was looked for among a part of the articles: that nothing is there says nothing of them all. */
    void narrowed(String words) {
        if (pending.filter(p -> goesOn(p.words(), words.strip())).isEmpty()) ended();
    }

    /** Letters added at its end, or taken away there. */
    private static boolean goesOn(String before, String now) {
        String one = before.toLowerCase(Locale.ROOT);
        String other = now.toLowerCase(Locale.ROOT);
        return one.startsWith(other) || other.startsWith(one);
    }

    void opened() {
        pending = pending.map(Pending::read);
    }

    /** @param article its id, the same in every language */
    void used(String article) {
        pending = pending.map(Pending::answered);
        tell(Optional.of(article));
    }

    /** The call is left. */
    void left() {
        ended();
        tell(Optional.empty());
    }

    private void tell(Optional<String> article) {
        without.forEach(s ->
                told.accept(new SearchMade(s.id(), s.at(), s.words(), s.language(), s.found(), s.answered(), article)));
        without.clear();
    }

    void ended() {
        Optional<Pending> over = pending;
        pending = Optional.empty();
        over.filter(p ->
                        p.used() || p.opened() || !time.now().isBefore(p.since().plus(LOOKED_AT)))
                .map(p -> new SearchMade(
                        Ids.next(),
                        time.now(),
                        p.words(),
                        p.language(),
                        p.found(),
                        p.used() || p.opened() && !inCall.getAsBoolean()))
                .ifPresent(search -> {
                    if (inCall.getAsBoolean() && !search.answered() && without.size() < MOST) without.add(search);
                    else told.accept(search);
                });
    }
}
