package amends.customer;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row of an imported table, understood. What the row says nothing of is empty, and changes nothing of a customer
 * who is there already.
 */
public record ImportedCustomer(
        int line,
        String name,
        List<PhoneNumber> numbers,
        String outsideId,
        Optional<CustomerProfile.Tier> tier,
        String region,
        Optional<Instant> since,
        Optional<Birthday> birthday,
        String language,
        String segment,
        Optional<Portrait.Channel> channel,
        List<String> products,
        List<String> tags,
        String note) {
    /** @param year 0 when not known */
    public record Birthday(int month, int day, int year) {}
}
