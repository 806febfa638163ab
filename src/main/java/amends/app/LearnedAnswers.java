package amends.app;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.contact.Disposition;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.knowledge.Confirmation.Outcome;
import amends.knowledge.Learning;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again for confirmed answers whose contacts are over, so that the search learns from them. */
final class LearnedAnswers implements DutyHandler {
    static final String KIND = "learn-from-answers";
    private static final Logger LOG = LoggerFactory.getLogger(LearnedAnswers.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** A customer who gives this or less was not helped, whatever the wrap-up says. */
    private static final int POOR = 2;

    private final Learning learning;

    private LearnedAnswers(Learning learning) {
        this.learning = learning;
    }

    /** With the duty that makes it look. */
    static LearnedAnswers looking(StoreRoom store, Timekeeper time) {
        var duty = new Duty(Ids.named(KIND), KIND, Ids.named(KIND), time.now().plus(EVERY), 0);
        store.queue().put(LearnedAnswers.class, () -> store.duties().add(duty));
        return new LearnedAnswers(learning(store, time));
    }

    static Learning learning(StoreRoom store, Timekeeper time) {
        return new Learning(
                store.knowledge().confirmations(),
                store.knowledge().phrasings(),
                contact -> ended(store.contacts(), contact),
                store.database(),
                time);
    }

    private static Optional<Learning.Contacts.Ended> ended(Contacts contacts, UUID id) {
        return contacts.byId(id)
                .filter(c -> c.wrapUp().isPresent())
                .map(contact -> new Learning.Contacts.Ended(
                        isSolved(contact) ? Outcome.SOLVED : Outcome.UNSOLVED, contact.queue()));
    }

    private static boolean isSolved(Contact contact) {
        boolean poor = contact.score().filter(score -> score <= POOR).isPresent();
        return !poor
                && contact.wrapUp()
                        .filter(w -> w.disposition() == Disposition.SOLVED)
                        .isPresent();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isForEver() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        int learned = learning.look();
        if (learned > 0) LOG.info("{} articles are found by more words of the callers", learned);
        return new Result.Again(EVERY, "looked");
    }
}
