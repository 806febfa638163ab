package amends.app;

import amends.compensation.CompensationPolicy;
import amends.kernel.Money;
import amends.kernel.StoreUnavailable;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseKind;
import amends.promise.PromiseKind.OfMoney;
import amends.staff.StaffMember;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Money of ours is promised within what the compensation policy in force lets somebody grant alone; the customer's own as
 * the kinds say. As long as the policy is not known, the kinds' numbers hold for both: the store asks again.
 */
final class PolicyAuthority implements PromiseAuthority {
    private final Supplier<Optional<CompensationPolicy>> policy;
    private final PromiseAuthority kinds = PromiseAuthority.ofKinds();

    PolicyAuthority(Supplier<Optional<CompensationPolicy>> policy) {
        this.policy = policy;
    }

    /**
     * Answers at once, by what was found last, and looks again.
     *
     * @param inForce blocks; asked on {@code background} alone
     */
    static PolicyAuthority remembering(Supplier<CompensationPolicy> inForce, Executor background) {
        var known = new AtomicReference<Optional<CompensationPolicy>>(Optional.empty());
        Runnable look = () -> {
            try {
                known.set(Optional.of(inForce.get()));
            } catch (StoreUnavailable e) {
                // What was known last holds.
            }
        };
        background.execute(look);
        return new PolicyAuthority(() -> {
            background.execute(look);
            return known.get();
        });
    }

    @Override
    public Optional<Money> most(StaffMember member, PromiseKind kind, Currency currency) {
        Optional<CompensationPolicy> known = kind.money() == OfMoney.GOODWILL ? policy.get() : Optional.empty();
        return known.map(p -> p.currency().equals(currency) ? p.authorityOf(member) : Money.zero(currency))
                .or(() -> kinds.most(member, kind, currency));
    }
}
