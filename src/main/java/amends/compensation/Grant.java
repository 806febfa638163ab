package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.Money;
import amends.kernel.PlainText;
import amends.recovery.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something given to a customer, or asked for and waiting for who may approve it.
 *
 * @param failures that it pays for; each is paid for once
 * @param row of the policy @param policy by its name and edition
 * @param option key of what is given
 * @param words why, in the asker's words; may be empty
 * @param needed how many others approve it, 0 to 2 @param approvals who has
 * @param expires until when a request waits
 * @param decided when it came to its end
 * @param reason why it was refused or withdrawn; empty otherwise
 */
public record Grant(
        UUID id,
        Optional<UUID> customer,
        Optional<UUID> contact,
        Set<UUID> failures,
        FailureKind kind,
        Severity severity,
        Tier tier,
        String policy,
        String row,
        String option,
        Form form,
        Money value,
        Money cost,
        UUID asker,
        Instant asked,
        String words,
        int needed,
        List<UUID> approvals,
        Instant expires,
        State state,
        Optional<Instant> decided,
        String reason) {
    public static final int MOST_WORDS = 300;

    public Grant {
        failures = Set.copyOf(failures);
        approvals = List.copyOf(approvals);
        words = PlainText.line(words, MOST_WORDS);
        reason = PlainText.line(reason, MOST_WORDS);
        if (value.isNegative() || cost.isNegative()) throw new IllegalArgumentException("less than nothing is given");
    }

    public enum State {
        /** Waits for everybody who must approve it. */
        PENDING,
        /** One of two has approved it. */
        SECONDED,
        /** Given: it stands in the ledger, and the budget has paid for it. */
        GRANTED,
        REFUSED,
        /** The asker took it back. */
        WITHDRAWN,
        /** Nobody decided in time. */
        EXPIRED;

        public boolean isWaiting() {
            return this == PENDING || this == SECONDED;
        }
    }

    /** As it is read from the rows of a ledger, which keep them apart. */
    public Grant with(Set<UUID> paid, List<UUID> approved) {
        return new Grant(
                id, customer, contact, paid, kind, severity, tier, policy, row, option, form, value, cost, asker, asked,
                words, needed, approved, expires, state, decided, reason);
    }

    Grant standing(State now, List<UUID> approved, Instant at, String why) {
        return new Grant(
                id,
                customer,
                contact,
                failures,
                kind,
                severity,
                tier,
                policy,
                row,
                option,
                form,
                value,
                cost,
                asker,
                asked,
                words,
                needed,
                approved,
                expires,
                now,
                now.isWaiting() ? Optional.empty() : Optional.of(at),
                why);
    }
}
