package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Failure;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several things that went wrong are made good together: the one for which the policy gives most decides, and they are
 * not added up.
 */
public final class Governing {
    private Governing() {}

    /** Empty where nothing went wrong. Where the policy gives nothing for any of them: the gravest. */
    public static Optional<Wrong> of(
            CompensationPolicy policy, Collection<Failure> failures, Optional<GrantWish.Stated> stated, Tier tier) {
        Comparator<Wrong> byPolicy = Comparator.comparingLong(w -> floor(policy, w));
        return Stream.concat(
                        failures.stream().map(f -> new Wrong(FailureKind.of(f.kind()), f.severity(), tier)),
                        stated.stream().map(s -> new Wrong(s.kind(), s.severity(), tier)))
                .max(byPolicy.thenComparingLong(w -> limit(policy, w))
                        .thenComparing(Wrong::severity)
                        .thenComparing(Wrong::kind));
    }

    private static long floor(CompensationPolicy policy, Wrong wrong) {
        return row(policy, wrong).map(r -> r.floor().minor()).orElse(-1L);
    }

    private static long limit(CompensationPolicy policy, Wrong wrong) {
        return row(policy, wrong).map(r -> r.limit().minor()).orElse(-1L);
    }

    private static Optional<PolicyRow> row(CompensationPolicy policy, Wrong wrong) {
        return policy.rowFor(wrong.kind(), wrong.severity(), wrong.tier());
    }
}
