package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.recovery.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recommender of the house, taught by what it gave: learned anew now and then, not with every look. It takes a
 * second or more, so never within a transaction, and while it is learned anew the one before serves; a look
 * waits for it only where nothing was learned ahead, or with a new policy. Blocks; any thread.
 */
public final class Offering {
    private static final Logger LOG = LoggerFactory.getLogger(Offering.class);
    private static final Duration LEARNED_FOR = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(730);
    private final Transactions transactions;
    private final Ledger ledger;
    private final Policies policies;
    private final Timekeeper time;
    private final Executor learner;
    private final AtomicReference<Learned> learned = new AtomicReference<>();
    private final AtomicBoolean learning = new AtomicBoolean();

    private record Learned(Recommender recommender, Instant at) {
        boolean isFresh(Instant now) {
            return at.plus(LEARNED_FOR).isAfter(now) && !at.isAfter(now);
        }
    }

    /** @param learner learns beside those who look */
    public Offering(Transactions transactions, Ledger ledger, Policies policies, Timekeeper time, Executor learner) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.policies = policies;
        this.time = time;
        this.learner = learner;
    }

    /** What may be given for these together; empty where nothing went wrong. */
    public Optional<OfferList> offers(Collection<Failure> failures, Optional<GrantWish.Stated> stated, Tier tier) {
        Recommender recommender = recommender();
        CompensationPolicy policy = recommender.policy();
        return transactions.call(() -> {
            Map<String, Pot> pots =
                    ledger.pots(policy.periodAt(time.now())).stream().collect(Collectors.toMap(Pot::scope, pot -> pot));
            return Governing.of(policy, failures, stated, tier)
                    .map(wrong -> recommender.offers(
                            wrong,
                            time.now(),
                            option -> Optional.ofNullable(pots.get(Pot.stockOf(option)))
                                    .map(pot -> pot.left() > 0)
                                    .orElse(true)));
        });
    }

    public CompensationPolicy policy() {
        return transactions.call(policies::inForce);
    }

    private Recommender recommender() {
        CompensationPolicy policy = policy();
        Learned known = learned.get();
        if (known == null || !known.recommender().policy().equals(policy)) return learn(policy);
        if (!known.isFresh(time.now())) learnAhead();
        return known.recommender();
    }

    /** So that no look has to wait for it; one at a time. Does not block. */
    public void learnAhead() {
        if (learning.compareAndSet(false, true)) learner.execute(this::ahead);
    }

    private void ahead() {
        try {
            learn(policy());
        } catch (StoreUnavailable e) {
            LOG.info("nothing could be learned now: {}", e.getMessage());
        } finally {
            learning.set(false);
        }
    }

    private Recommender learn(CompensationPolicy policy) {
        Instant now = time.now();
        var cases = transactions.call(() -> ledger.pastCases(now.minus(REMEMBERED)));
        var recommender = new Recommender(policy, Experience.of(policy, cases));
        learned.set(new Learned(recommender, now));
        return recommender;
    }
}
