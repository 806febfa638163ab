package amends.customer;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a customer.
 *
 * @param name as the customer is addressed; empty when not known yet
 * @param tier the customer's standing
 * @param region where they live, in words; empty when not known
 * @param since since when they are a customer
 * @param note what the next agent should know
 * @param version counts changes: a save of an older version is refused, nothing is overwritten unseen
 */
public record CustomerProfile(
        UUID id,
        String name,
        List<PhoneNumber> numbers,
        Tier tier,
        String region,
        Optional<Instant> since,
        String note,
        long version) {
    public CustomerProfile {
        numbers = List.copyOf(numbers);
    }

    /** The same profile as it was kept under a new version. */
    public CustomerProfile at(long kept) {
        return new CustomerProfile(id, name, numbers, tier, region, since, note, kept);
    }

    public enum Tier {
        REGULAR,
        SILVER,
        GOLD,
        VIP
    }
}
