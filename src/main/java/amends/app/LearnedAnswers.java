package amends.app;

import amends.contact.Contact;
import amends.contact.Disposition;
import amends.customer.CustomerProfile;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.knowledge.Confirmation.Outcome;
import amends.knowledge.Learning;
import amends.knowledge.SearchFigure;
import amends.knowledge.jdbc.JdbcAttachmentContents;
import amends.knowledge.jdbc.JdbcDisputes;
import amends.knowledge.jdbc.JdbcSearchFigures;
import amends.knowledge.jdbc.JdbcSearchLog;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private static final String FORGET = "forget-searched-words";
    private static final String FIGURES = "reckon-search-figures";
    /** What is reckoned of days that are over does no harm more than once a night. */
    private static final Duration EVERY_NIGHT = Duration.ofHours(6);

    private static final Duration SEARCHES_KEPT = Duration.ofDays(90);
    /** A text that names it may still be typed. */
    private static final Duration UNNAMED_KEPT = Duration.ofDays(7);

    private static final Duration CONFIRMED_KEPT = Duration.ofDays(400);
    private static final int DAYS_RECKONED = 7;
    private static final int MOST_RECKONED = 200_000;
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
                new LearnedAnswers(LATE_SCORES, EVERY_LATE_SCORE, learning::lookBack),
                new LearnedAnswers(FORGET, EVERY_NIGHT, () -> forget(learning, store, time)),
                new LearnedAnswers(FIGURES, EVERY_NIGHT, () -> reckon(store, time, ZoneId.systemDefault())));
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

    /** Searches after three months, confirmed words after thirteen, files that no text names after a week. */
    static int forget(Learning learning, StoreRoom store, Timekeeper time) {
        int searches = store.database()
                .call(() -> new JdbcSearchLog(store.database())
                        .forgetBefore(time.now().minus(SEARCHES_KEPT)));
        int files = store.database()
                .call(() -> new JdbcAttachmentContents(store.database())
                        .tidy(time.now().minus(UNNAMED_KEPT)));
        return searches + files + learning.forgetBefore(time.now().minus(CONFIRMED_KEPT));
    }

    /** The figures of the last days that are over: what became of some contacts is known late. */
    static int reckon(StoreRoom store, Timekeeper time, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(time.now(), zone);
        LocalDate from = today.minusDays(DAYS_RECKONED);
        return store.database().call(() -> {
            var confirmed = store.knowledge()
                    .confirmations()
                    .since(from.atStartOfDay(zone).toInstant(), MOST_RECKONED);
            var figures = SearchFigure.of(confirmed, zone);
            new JdbcSearchFigures(store.database()).put(from, today, figures);
            return figures.size();
        });
    }

    static Learning learning(StoreRoom store, Timekeeper time) {
        return new Learning(
                store.knowledge().confirmations(),
                store.knowledge().phrasings(),
                contact -> ended(store, contact),
                store.database(),
                time);
    }

    private static Optional<Learning.Contacts.Ended> ended(StoreRoom store, UUID id) {
        return store.contacts()
                .byId(id)
                .filter(c -> c.wrapUp().isPresent())
                .map(contact -> new Learning.Contacts.Ended(
                        isSolved(contact) ? Outcome.SOLVED : Outcome.UNSOLVED, contact.queue(), names(store, contact)));
    }

    private static List<String> names(StoreRoom store, Contact contact) {
        return contact.customer().flatMap(store.customers()::byId).map(CustomerProfile::name).stream()
                .toList();
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
        if (learned > 0) LOG.info("{}: {} changed", kind, learned);
        return new Result.Again(every, "looked");
    }
}
