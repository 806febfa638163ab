package amends.customer;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other systems said, kept for the day they do not answer. Their tags become tags of the customer that name the
 * source, end by themselves and can be disputed as all others. Blocks; a database that is away only costs the memory.
 */
public final class OutsideKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideKeeping.class);
    /** How sure a tag is that only another system has. */
    private static final int CONFIDENCE = 70;

    private static final Duration TAGS_LAST = Duration.ofDays(90);
    private final OutsideBook book;
    private final Tags tags;
    private final Consents consents;
    private final Transactions transactions;
    private final Timekeeper time;

    public OutsideKeeping(OutsideBook book, Tags tags, Consents consents, Transactions transactions, Timekeeper time) {
        this.book = book;
        this.tags = tags;
        this.consents = consents;
        this.transactions = transactions;
        this.time = time;
    }

    /** @param ids of the customer, by the system that knows them by it */
    record Known(Map<String, OutsideBook.Kept> said, Map<String, String> ids, boolean agreesToPersonalisation) {
        static final Known NOTHING = new Known(Map.of(), Map.of(), false);
    }

    Known known(UUID customer, List<String> systems) {
        try {
            return transactions.call(() -> {
                var ids = new HashMap<String, String>();
                for (String system : systems) book.idOf(customer, system).ifPresent(id -> ids.put(system, id));
                return new Known(book.of(customer), ids, consents.holds(customer, ConsentPurpose.PERSONALISATION));
            });
        } catch (RuntimeException e) {
            LOG.info("what other systems said before is not known just now: {}", e.toString());
            return Known.NOTHING;
        }
    }

    void keep(UUID customer, String source, List<OutsideFact> facts) {
        Instant now = time.now();
        try {
            transactions.run(() -> {
                if (book.keep(customer, source, now, facts)) tag(customer, source, facts, now);
            });
        } catch (RuntimeException e) {
            LOG.info("what {} said could not be kept: {}", source, e.toString());
        }
    }

    private void tag(UUID customer, String source, List<OutsideFact> facts, Instant now) {
        Set<String> said = facts.stream()
                .filter(fact -> fact.kind() == OutsideFact.Kind.TAG)
                .map(OutsideFact::content)
                .filter(name -> name.length() <= Tag.LONGEST_NAME)
                .collect(Collectors.toSet());
        tags.of(customer).stream()
                .filter(tag ->
                        tag.source() == Tag.Source.OUTSIDE && tag.origin().equals(source))
                .filter(tag -> !said.contains(tag.name()) && tag.dispute().isEmpty())
                .forEach(tag -> tags.remove(tag.id()));
        said.forEach(name -> tags.put(new Tag(
                Ids.named("outside tag " + customer + " " + source + " " + name),
                customer,
                name,
                Tag.Source.OUTSIDE,
                source,
                source,
                now,
                CONFIDENCE,
                Optional.of(now.plus(TAGS_LAST)),
                false,
                Optional.empty())));
    }
}
