package amends.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.Money;
import amends.recovery.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditDrawTest {
    private static final Instant NOW = Instant.parse("2026-01-05T04:00:00Z");

    private static Grant grant(int asker, int n) {
        Money ten = new Money(1000, Currency.getInstance("CNY"));
        return new Grant(
                new UUID(asker, n),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                new FailureKind("long-wait"),
                Severity.SEVERE,
                Tier.REGULAR,
                "p-1",
                "r",
                "cash-10",
                Form.REFUND,
                ten,
                ten,
                new UUID(1, asker),
                NOW,
                "",
                0,
                List.of(),
                NOW,
                Grant.State.GRANTED,
                Optional.of(NOW),
                "");
    }

    private static List<Grant> grants() {
        var all = new ArrayList<Grant>();
        for (int i = 0; i < 60; i++) all.add(grant(1, i));
        for (int i = 0; i < 30; i++) all.add(grant(2, i));
        for (int i = 0; i < 10; i++) all.add(grant(3, i));
        return all;
    }

    private static AuditDraw draw(long seed, int size) {
        return new AuditDraw(new UUID(9, 9), seed, new UUID(1, 9), NOW, NOW, NOW, size);
    }

    @Test
    void the_same_seed_draws_the_same_list_in_whatever_order_they_come() {
        List<Grant> all = grants();
        List<Grant> first = draw(7, 20).drawn(all);
        Collections.shuffle(all, new Random(1));

        assertThat(draw(7, 20).drawn(all)).isEqualTo(first).hasSize(20).doesNotHaveDuplicates();
        assertThat(draw(8, 20).drawn(all)).isNotEqualTo(first);
        assertThat(draw(7, 500).drawn(all)).hasSize(100);
    }

    @Test
    void everybody_is_drawn_from_in_proportion_and_each_grant_is_equally_likely() {
        List<Grant> all = grants();
        var times = new HashMap<UUID, Integer>();
        int draws = 4000;
        for (int seed = 0; seed < draws; seed++)
            draw(seed * 7919L, 20).drawn(all).forEach(g -> times.merge(g.id(), 1, Integer::sum));

        assertThat(times).hasSize(100);
        assertThat(times.values())
                .allSatisfy(n -> assertThat(n / (double) draws).isBetween(0.15, 0.25));
    }
}
