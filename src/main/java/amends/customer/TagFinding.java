package amends.customer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings a customer's tags by rule to where the rules stand now. Blocks; joins the caller's transaction. */
final class TagFinding {
    /** What is found to be so again is written down anew this often, not at every look. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final Tags tags;
    private final TagRules rules;

    TagFinding(Tags tags, TagRules rules) {
        this.tags = tags;
        this.rules = rules;
    }

    /** All tags of the customer, as they stand afterwards. */
    List<Tag> find(TagFacts facts) {
        UUID customer = facts.profile().id();
        List<Tag> kept = tags.of(customer);
        Map<UUID, Tag> before = kept.stream().collect(Collectors.toMap(Tag::id, Function.identity()));
        List<Tag> found = rules.tags(facts);
        boolean changed = false;
        for (Tag tag : found) {
            if (isSaid(before.get(tag.id()), tag)) continue;
            tags.put(tag);
            changed = true;
        }
        List<UUID> holding = found.stream().map(Tag::id).toList();
        for (Tag tag : kept) {
            if (tag.source() != Tag.Source.RULE || tag.dispute().isPresent() || holding.contains(tag.id())) continue;
            tags.remove(tag.id());
            changed = true;
        }
        return changed ? tags.of(customer) : kept;
    }

    private static boolean isSaid(Tag before, Tag now) {
        return before != null
                && before.evidence().equals(now.evidence())
                && before.name().equals(now.name())
                && before.confidence() == now.confidence()
                && before.openToCustomer() == now.openToCustomer()
                && before.expires().isPresent() == now.expires().isPresent()
                && Duration.between(before.at(), now.at()).compareTo(FRESH) < 0;
    }
}
