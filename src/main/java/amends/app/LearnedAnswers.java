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
import amends.knowledge.jdbc.JdbcDisputes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again for confirmed answers whose contacts are over, so that the search learns from them. */
final class LearnedAnswers implements DutyHandler {
    static final String KIND = "learn-from-answers";
    private static final Logger LOG = LoggerFactory.getLogger(LearnedAnswers.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String LATE_SCORES = "learn-from-late-scores";
    private static final Duration EVERY_LATE_SCORE = Duration.ofHours(1);
    /** A customer who gives this or less was not helped, whatever the wrap-up says. */
    private static final int POOR = 2;

    private final String kind;
    private final Duration every;
    private final IntSupplier look;

    private LearnedAnswers(String kind, Duration every, IntSupplier look) {
        this.kind = kind;
        this.every = every;
        this.look = look;
    }

    /** With the duties that make it look, and look back for late scores. */
    static List<DutyHandler> looking(StoreRoom store, Timekeeper time) {
        Learning learning = learning(store, time);
        var disputes = new JdbcDisputes(store.database());
        var both = List.of(
                new LearnedAnswers(KIND, EVERY, () -> learning.hear(disputes) + learning.look()),
                new LearnedAnswers(LATE_SCORES, EVERY_LATE_SCORE, learning::lookBack));
        List<Duty> duties = both.stream()
                .map(one -> new Duty(
                        Ids.named(one.kind),
                        one.kind,
                        Ids.named(one.kind),
                        time.now().plus(one.every),
                        0))
                .toList();
        store.queue().put(LearnedAnswers.class, () -> duties.forEach(store.duties()::add));
        return List.copyOf(both);
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
        return kind;
    }

    @Override
    public boolean isForEver() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        int learned = look.getAsInt();
        if (learned > 0) LOG.info("{} articles are found by other words of the callers", learned);
        return new Result.Again(every, "looked");
    }
}
