package amends.readiness;

import amends.kernel.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a call, as far as it is.
 *
 * @param queue empty when it came by none @param region of the customer; empty when not known
 * @param words whatever else is known: the menu's way, products, what was noted last
 */
public record CallFacts(
        String queue, Optional<PhoneNumber> number, Optional<UUID> customer, String region, List<String> words) {
    public static final CallFacts NOTHING = new CallFacts("", Optional.empty(), Optional.empty(), "", List.of());

    public CallFacts {
        words = List.copyOf(words);
    }

    public CallFacts from(String queueName) {
        return new CallFacts(queueName, number, customer, region, words);
    }

    public CallFacts of(Optional<UUID> whom, Optional<PhoneNumber> calling, String where) {
        return new CallFacts(queue, calling, whom, where, words);
    }

    public CallFacts with(List<String> more) {
        var all = new ArrayList<>(words);
        more.stream().filter(m -> !m.isBlank()).forEach(all::add);
        return new CallFacts(queue, number, customer, region, all);
    }

    List<String> all() {
        var all = new ArrayList<>(words);
        all.add(queue);
        return all;
    }
}
