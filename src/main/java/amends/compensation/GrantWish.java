package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Failure;
import amends.recovery.Severity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member would like to give.
 *
 * @param id chosen by whoever asks: the same wish twice is one
 * @param failures that it pays for; may be empty when somebody found it otherwise, which {@code stated} then says
 * @param stated what went wrong that no system saw; counts once for each contact
 * @param option key in the policy
 */
public record GrantWish(
        UUID id,
        List<Failure> failures,
        Optional<Stated> stated,
        Optional<UUID> customer,
        Tier tier,
        Optional<UUID> contact,
        String option,
        String words) {
    public GrantWish {
        failures = List.copyOf(failures);
        if (failures.isEmpty() && stated.isEmpty()) throw new IllegalArgumentException("nothing went wrong");
    }

    /** Something that people found, of a kind that the policy adds. */
    public record Stated(FailureKind kind, Severity severity) {}
}
