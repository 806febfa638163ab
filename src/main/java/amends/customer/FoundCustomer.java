package amends.customer;

import java.util.Optional;
import java.util.UUID;

/**
 * A customer as a list shows them: not more than is needed to tell them apart.
 *
 * @param numberEnd the last digits of their first number; empty when there is none
 * @param outsideId of any system; empty when there is none
 * @param mergedInto under whom they are known now
 */
public record FoundCustomer(
        UUID id,
        String name,
        CustomerProfile.Tier tier,
        String region,
        String numberEnd,
        String outsideId,
        Optional<UUID> mergedInto) {}
