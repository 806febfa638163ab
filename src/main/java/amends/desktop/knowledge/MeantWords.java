package amends.desktop.knowledge;

import amends.desktop.PostingWork;
import amends.desktop.knowledge.AnswerSearch.Asking;
import amends.knowledge.KnowledgeBase;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How what is typed may have been meant. It is asked for when the answers stand there already, so that they wait for no
 * other question; one is under way at a time. On the screen's thread.
 */
final class MeantWords {
    private final KnowledgeBase base;
    private final PostingWork work;
    private final Supplier<Optional<Asking>> answered;
    private final Runnable changed;
    private Optional<String> words = Optional.empty();
    private boolean asking;

    /** @param answered what was asked and is answered; empty while another question is */
    MeantWords(KnowledgeBase base, PostingWork work, Supplier<Optional<Asking>> answered, Runnable changed) {
        this.base = base;
        this.work = work;
        this.answered = answered;
        this.changed = changed;
    }

    /** In the reader's script. */
    Optional<String> words() {
        return words;
    }

    /** Something else is typed. */
    void forget() {
        words = Optional.empty();
    }

    void ask() {
        if (!asking) answered.get().ifPresent(this::ask);
    }

    private void ask(Asking about) {
        asking = true;
        work.ask(
                () -> base.meant(about.query()).map(about.reader()::words),
                meant -> heard(about, meant),
                failure -> heard(about, Optional.empty()));
    }

    private void heard(Asking about, Optional<String> meant) {
        asking = false;
        if (!answered.get().equals(Optional.of(about))) {
            ask();
        } else if (!meant.equals(words)) {
            words = meant;
            changed.run();
        }
    }
}
