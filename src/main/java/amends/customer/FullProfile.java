package amends.customer;

import amends.customer.Portrait.NumberLabel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that one member is shown of a customer: nothing in it that they need not see.
 *
 * @param profile its numbers are only those that need no mask
 * @param portrait without labels and years
 * @param tags in force or disputed, none expired
 * @param today where the desk stands
 */
public record FullProfile(
        CustomerProfile profile,
        List<ShownNumber> numbers,
        Portrait portrait,
        List<ShownTag> tags,
        List<Entitlement> entitlements,
        List<Need> needs,
        List<Consent> consents,
        List<TimeLineEntry> timeLine,
        LocalDate today) {
    public FullProfile {
        numbers = List.copyOf(numbers);
        tags = List.copyOf(tags);
        entitlements = List.copyOf(entitlements);
        needs = List.copyOf(needs);
        consents = List.copyOf(consents);
        timeLine = List.copyOf(timeLine);
    }

    /**
     * @param place in the customer's order, from 0: the first is the main one
     * @param text as it may be seen
     */
    public record ShownNumber(int place, String text, boolean isMasked, Optional<NumberLabel> label) {}

    /** @param rule that gave it, as long as it is in force: it has words in every language */
    public record ShownTag(Tag tag, Tag.Standing standing, Optional<TagRule> rule) {}

    /** What lies within a week, the nearest first. */
    public List<Occasion> near() {
        return portrait.occasions().stream()
                .filter(occasion -> occasion.isNear(today))
                .sorted(java.util.Comparator.comparingLong(occasion -> occasion.daysUntil(today)))
                .toList();
    }
}
