package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.Money;
import amends.recovery.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the policy: what is given for such a case.
 *
 * @param key unique; {@code long-wait/moderate}
 * @param failures empty: any
 * @param severities empty: any
 * @param tiers empty: any; the only place where a tier may matter
 * @param floor what the customer is entitled to at least @param limit at most
 * @param options in no order: the recommender's work
 * @param budget at most so much for this row in one period
 */
public record PolicyRow(
        String key,
        Set<FailureKind> failures,
        Set<Severity> severities,
        Set<Tier> tiers,
        Money floor,
        Money limit,
        List<Option> options,
        Optional<Money> budget) {
    public PolicyRow {
        failures = Set.copyOf(failures);
        severities = Set.copyOf(severities);
        tiers = Set.copyOf(tiers);
        options = List.copyOf(options);
    }

    boolean covers(FailureKind failure, Severity severity, Tier tier) {
        return (failures.isEmpty() || failures.contains(failure))
                && (severities.isEmpty() || severities.contains(severity))
                && (tiers.isEmpty() || tiers.contains(tier));
    }

    /** A row that names more comes before one that leaves it open: first the failure, then severity, then tier. */
    int precision() {
        return (failures.isEmpty() ? 0 : 4) + (severities.isEmpty() ? 0 : 2) + (tiers.isEmpty() ? 0 : 1);
    }

    /** Those worth what the customer is entitled to and no more than may be given. */
    public List<Option> fitting() {
        return options.stream().filter(this::fits).toList();
    }

    boolean fits(Option option) {
        return option.value().compareTo(floor) >= 0 && option.value().compareTo(limit) <= 0;
    }
}
