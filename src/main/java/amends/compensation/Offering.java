package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.recovery.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The recommender of the house, taught by what it gave: learned anew now and then, not with every look. Blocks; any
 * thread.
 */
public final class Offering {
    private static final Duration LEARNED_FOR = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(730);
    private final Transactions transactions;
    private final Ledger ledger;
    private final Policies policies;
    private final Timekeeper time;
    private final AtomicReference<Learned> learned = new AtomicReference<>();

    private record Learned(Recommender recommender, Instant at) {}

    public Offering(Transactions transactions, Ledger ledger, Policies policies, Timekeeper time) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.policies = policies;
        this.time = time;
    }

    /** What may be given for these together; empty where nothing went wrong. */
    public Optional<OfferList> offers(Collection<Failure> failures, Optional<GrantWish.Stated> stated, Tier tier) {
        return transactions.call(() -> {
            Recommender recommender = recommender();
            CompensationPolicy policy = recommender.policy();
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
        CompensationPolicy policy = policies.inForce();
        Learned known = learned.get();
        Instant now = time.now();
        if (known != null
                && known.recommender().policy().equals(policy)
                && known.at().plus(LEARNED_FOR).isAfter(now)
                && !known.at().isAfter(now)) return known.recommender();
        var recommender = new Recommender(policy, Experience.of(policy, ledger.pastCases(now.minus(REMEMBERED))));
        learned.set(new Learned(recommender, now));
        return recommender;
    }
}
