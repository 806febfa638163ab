package amends.customer;

import amends.kernel.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * When a tag is given, and why.
 *
 * @param key names the rule for good: a tag remembers which rule gave it
 * @param because why, in words; the figures stand beside it
 * @param when everything that must be so; never empty
 * @param lasts how long a tag stays after it was last found to be so
 */
public record TagRule(
        String key,
        Phrase name,
        Phrase because,
        List<TagCondition> when,
        int confidence,
        Optional<Duration> lasts,
        boolean openToCustomer) {
    public TagRule {
        when = List.copyOf(when);
    }

    /** The id of its tag at this customer: given again and again, it is one. */
    UUID tagOf(UUID customer) {
        return Ids.named("tag:" + key + ":" + customer);
    }

    /** The tag, where everything is so. */
    Optional<Tag> tag(TagFacts facts) {
        var evidence = new ArrayList<String>();
        for (TagCondition condition : when) {
            Optional<String> one = condition.evidence(facts);
            if (one.isEmpty()) return Optional.empty();
            evidence.add(one.get());
        }
        UUID customer = facts.profile().id();
        return Optional.of(new Tag(
                tagOf(customer),
                customer,
                name.in(Locale.SIMPLIFIED_CHINESE),
                Tag.Source.RULE,
                key,
                String.join("; ", evidence),
                facts.now(),
                confidence,
                lasts.map(facts.now()::plus),
                openToCustomer,
                Optional.empty()));
    }
}
