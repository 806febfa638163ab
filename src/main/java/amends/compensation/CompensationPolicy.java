package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.Money;
import amends.recovery.Severity;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be given for what, and by whom. Read by {@link PolicyReader}, which refuses what contradicts itself.
 *
 * @param name with its edition names the policy in the ledger
 * @param worth how much the house pays for one more point of satisfaction; empty: as much as the best lift costs
 * @param authority up to which value a role may grant alone
 * @param twoPersonsAbove beyond this value two people approve who did not ask
 * @param pendingLasts how long a request waits for its approval
 * @param kinds what can go wrong: what systems see and what the policy adds
 */
public record CompensationPolicy(
        String name,
        Currency currency,
        Optional<Money> worth,
        Budget budget,
        Map<Role, Money> authority,
        Money twoPersonsAbove,
        Duration pendingLasts,
        Set<FailureKind> kinds,
        List<Option> options,
        List<PolicyRow> rows) {

    /** @param amount at most so much in one period, over all */
    public record Budget(BudgetPeriod period, Money amount, ZoneId zone) {}

    public CompensationPolicy {
        authority = Map.copyOf(authority);
        kinds = Set.copyOf(kinds);
        options = List.copyOf(options);
        rows = List.copyOf(rows);
    }

    /** The one row that says what is given for such a case; empty where nothing is but an apology. */
    public Optional<PolicyRow> rowFor(FailureKind failure, Severity severity, Tier tier) {
        return rows.stream()
                .filter(row -> row.covers(failure, severity, tier))
                .max(Comparator.comparingInt(PolicyRow::precision));
    }

    public Optional<Option> option(String key) {
        return options.stream().filter(o -> o.key().equals(key)).findFirst();
    }

    /** Up to which value a member may grant alone: the most that one of their roles may. */
    public Money authorityOf(StaffMember member) {
        return member.roles().stream()
                .filter(Permission.GRANT_COMPENSATION::isGivenTo)
                .map(role -> authority.getOrDefault(role, Money.zero(currency)))
                .max(Comparator.naturalOrder())
                .orElse(Money.zero(currency));
    }

    /** How many others must approve what this member asks for. */
    public int approvalsFor(StaffMember asker, Money value) {
        if (value.compareTo(twoPersonsAbove) > 0) return 2;
        return value.compareTo(authorityOf(asker)) > 0 ? 1 : 0;
    }

    public String periodAt(Instant moment) {
        return budget.period().at(moment, budget.zone());
    }
}
