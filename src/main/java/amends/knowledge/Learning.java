package amends.knowledge;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.Confirmation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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
    private final LoneReach reach;
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
        reach = new LoneReach(confirmations);
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
        Map<UUID, Integer> moved = new HashMap<>();
        for (Confirmation one : some) {
            Optional<Contacts.Ended> ended = contacts.ended(one.contact());
            if (ended.isEmpty() || ended.get().outcome() == one.outcome()) continue;
            String nameless = PersonMask.masked(one.words(), ended.get().names());
            if (!nameless.equals(one.words())) confirmations.reword(one, nameless);
            confirmations.ended(one.ended(ended.get().outcome(), ended.get().queue()));
            news.add(one.article());
            moved.merge(one.agent(), 1, Integer::sum);
        }
        return learn(news, moved);
    }

    /** @param moved of how many of their confirmations another thing holds now, by agent */
    private int learn(Set<ArticleId> news, Map<UUID, Integer> moved) {
        moved.forEach((agent, many) -> news.addAll(reach.touched(agent, many)));
        LoneReach.Since since = asFarAsNow();
        return (int) news.stream().filter(article -> learn(article, since)).count();
    }

    /**
     * Takes back what is disputed: what an author disputes at once, else as soon as as many agents do as stand behind it.
     * Each dispute is about the one phrasing that is most like its words, and is settled together with all that are about
     * the same. What nobody learned, or nobody joined in disputing for {@value #DISPUTED_DAYS} days, is forgotten.
     *
     * @return how many phrasings were taken back
     */
    public int hear(Disputes disputes) {
        return transactions.call(() -> {
            Map<Learned, List<Dispute>> about = new LinkedHashMap<>();
            for (Dispute one : disputes.open(MOST))
                // Else somebody else's dispute took it back, or it was never learned.
                meant(one)
                        .ifPresentOrElse(
                                learned -> about.computeIfAbsent(learned, l -> new ArrayList<>())
                                        .add(one),
                                () -> disputes.settled(one));
            int back = 0;
            for (var each : about.entrySet()) back += hear(each.getKey(), each.getValue(), disputes) ? 1 : 0;
            return back;
        });
    }

    private record Learned(ArticleId article, String words) {}

    private Optional<Learned> meant(Dispute dispute) {
        String said = LearnedPhrasing.plain(dispute.words());
        return phrasings.of(dispute.article()).stream()
                .map(LearnedPhrasing::words)
                .filter(learned -> alike(learned, said) >= SAME)
                .max(Comparator.comparingDouble(learned -> alike(learned, said)))
                .map(learned -> new Learned(dispute.article(), learned));
    }

    private static double alike(String learned, String said) {
        String plain = LearnedPhrasing.plain(learned);
        return plain.equals(said) ? 2 : Correction.alike(plain, said);
    }

    /** @param said all that is said against it */
    private boolean hear(Learned learned, List<Dispute> said, Disputes disputes) {
        long against = said.stream().map(Dispute::by).distinct().count();
        long behind = behind(learned);
        if (said.stream().anyMatch(Dispute::byAuthor) || behind > 0 && against >= behind) {
            said.forEach(disputes::settled);
            dispute(learned.article(), learned.words());
            return true;
        }
        Instant forgotten = time.now().minus(Duration.ofDays(DISPUTED_DAYS));
        said.stream().filter(one -> one.at().isBefore(forgotten)).forEach(disputes::settled);
        // What nobody stands behind any more needs no dispute, and what is not over yet is not to be struck by one.
        return behind == 0 && learn(learned.article());
    }

    private long behind(Learned learned) {
        return behind(learned.article(), learned.words())
                .map(Confirmation::agent)
                .distinct()
                .count();
    }

    private Stream<Confirmation> behind(ArticleId article, String words) {
        String plain = LearnedPhrasing.plain(words);
        return confirmations.of(article).stream()
                .filter(c -> c.outcome() == Outcome.SOLVED && !c.disputed())
                .filter(c -> LearnedPhrasing.plain(c.words()).equals(plain));
    }

    /** These words do not ask for this article: they are unlearned at once. */
    public void dispute(ArticleId article, String words) {
        transactions.run(() -> {
            Map<UUID, Integer> moved = new HashMap<>();
            behind(article, words).forEach(one -> moved.merge(one.agent(), 1, Integer::sum));
            confirmations.dispute(article, words);
            learn(new LinkedHashSet<>(Set.of(article)), moved);
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
                LoneReach.Since since = asFarAsNow();
                old.stream().map(Confirmation::article).distinct().forEach(article -> learn(article, since));
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
        return learn(article, asFarAsNow());
    }

    /** Looked up once for each agent: to be asked again after whatever changes confirmations. */
    private LoneReach.Since asFarAsNow() {
        Map<UUID, Instant> known = new HashMap<>();
        return agent -> known.computeIfAbsent(agent, reach::since);
    }

    private boolean learn(ArticleId article, LoneReach.Since since) {
        List<LearnedPhrasing> now = LearnedPhrasing.from(confirmations.of(article), since);
        if (Set.copyOf(now).equals(Set.copyOf(phrasings.of(article)))) return false;
        phrasings.learn(article, now);
        return true;
    }
}
