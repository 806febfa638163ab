package amends.knowledge;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.Confirmation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes phrasings of confirmed answers, as soon as it is known what became of the contacts. Blocks. */
public final class Learning {
    /** Customers answer a survey within days. */
    private static final Duration LOOKED_AT = Duration.ofDays(3);

    private static final int MOST = 2_000;
    private static final int BATCH = 200;
    private static final int DISPUTED_DAYS = 30;
    /** Of pairs of letters that both have. */
    private static final double SAME = .6;

    private final Confirmations confirmations;
    private final Phrasings phrasings;
    private final Contacts contacts;
    private final Transactions transactions;
    private final Timekeeper time;

    /** What others know of contacts. */
    public interface Contacts {
        /** Empty while it is not over. */
        Optional<Ended> ended(UUID contact);

        /** @param queue empty when it came by none @param names of whom the contact was with: masked where they stand */
        record Ended(Outcome outcome, String queue, List<String> names) {
            public Ended(Outcome outcome, String queue) {
                this(outcome, queue, List.of());
            }
        }
    }

    public Learning(
            Confirmations confirmations,
            Phrasings phrasings,
            Contacts contacts,
            Transactions transactions,
            Timekeeper time) {
        this.confirmations = confirmations;
        this.phrasings = phrasings;
        this.contacts = contacts;
        this.transactions = transactions;
        this.time = time;
    }

    /** Looks what became of contacts that were not over. @return of how many articles the phrasings changed */
    public int look() {
        return transactions.call(() -> settle(confirmations.open(time.now().minus(LOOKED_AT), MOST)));
    }

    /**
     * Looks again at those that were over, for scores that customers gave since: slower, {@value #BATCH} or some more in
     * each transaction.
     *
     * @return of how many articles the phrasings changed
     */
    public int lookBack() {
        int changed = 0;
        Instant after = time.now().minus(LOOKED_AT);
        while (true) {
            Instant from = after;
            List<Confirmation> some = transactions.call(() -> confirmations.settled(from, BATCH));
            if (some.isEmpty()) return changed;
            changed += transactions.call(() -> settle(some));
            after = some.getLast().at();
        }
    }

    private int settle(List<Confirmation> some) {
        Set<ArticleId> news = new LinkedHashSet<>();
        for (Confirmation one : some) {
            Optional<Contacts.Ended> ended = contacts.ended(one.contact());
            if (ended.isEmpty() || ended.get().outcome() == one.outcome()) continue;
            String nameless = PersonMask.masked(one.words(), ended.get().names());
            if (!nameless.equals(one.words())) confirmations.reword(one, nameless);
            confirmations.ended(one.ended(ended.get().outcome(), ended.get().queue()));
            news.add(one.article());
        }
        return (int) news.stream().filter(this::learn).count();
    }

    /**
     * Takes back what is disputed: what an author disputes at once, else as soon as as many agents do as stand behind it.
     * What nobody learned, or nobody joined in disputing for {@value #DISPUTED_DAYS} days, is forgotten.
     *
     * @return how many phrasings were taken back
     */
    public int hear(Disputes disputes) {
        return transactions.call(() -> {
            int back = 0;
            List<Dispute> open = disputes.open(MOST);
            for (Dispute one : open) back += hear(one, open, disputes) ? 1 : 0;
            return back;
        });
    }

    private boolean hear(Dispute one, List<Dispute> open, Disputes disputes) {
        Optional<String> words = phrasings.of(one.article()).stream()
                .map(LearnedPhrasing::words)
                .filter(learned -> isMeant(learned, one.words()))
                .findFirst();
        if (words.isEmpty()) {
            // Somebody else's dispute took it back, or it was never learned.
            disputes.settled(one);
            return false;
        }
        long against = open.stream()
                .filter(d -> d.article().equals(one.article()) && isMeant(words.get(), d.words()))
                .map(Dispute::by)
                .distinct()
                .count();
        String plain = LearnedPhrasing.plain(words.get());
        long behind = confirmations.of(one.article()).stream()
                .filter(c -> c.outcome() == Outcome.SOLVED && !c.disputed())
                .filter(c -> LearnedPhrasing.plain(c.words()).equals(plain))
                .map(Confirmation::agent)
                .distinct()
                .count();
        if (one.byAuthor() || against >= behind) {
            dispute(one.article(), words.get());
            return true;
        }
        if (one.at().isBefore(time.now().minus(Duration.ofDays(DISPUTED_DAYS)))) disputes.settled(one);
        return false;
    }

    private static boolean isMeant(String learned, String said) {
        return Correction.alike(LearnedPhrasing.plain(learned), LearnedPhrasing.plain(said)) >= SAME;
    }

    /** These words do not ask for this article: they are unlearned at once. */
    public void dispute(ArticleId article, String words) {
        transactions.run(() -> {
            confirmations.dispute(article, words);
            learn(article);
        });
    }

    /**
     * Deletes what was confirmed before that moment, and unlearns what nobody confirmed since.
     *
     * @return how many were deleted
     */
    public int forgetBefore(Instant moment) {
        int forgotten = 0;
        while (true) {
            List<Confirmation> some = transactions.call(() -> {
                List<Confirmation> old = confirmations.before(moment, BATCH);
                old.forEach(one -> confirmations.remove(one.contact(), one.article()));
                old.stream().map(Confirmation::article).distinct().forEach(this::learn);
                return old;
            });
            forgotten += some.size();
            if (some.size() < BATCH) return forgotten;
        }
    }

    /** What was confirmed of it changed otherwise: its phrasings follow. */
    public void relearn(ArticleId article) {
        transactions.run(() -> learn(article));
    }

    private boolean learn(ArticleId article) {
        List<LearnedPhrasing> now = LearnedPhrasing.from(confirmations.of(article));
        if (Set.copyOf(now).equals(Set.copyOf(phrasings.of(article)))) return false;
        phrasings.learn(article, now);
        return true;
    }
}
