package amends.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.SettableTime;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import amends.recovery.Severity;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfferingTest {
    private static final FailureKind LOSS = new FailureKind("promise-broken");
    private final SettableTime time = new SettableTime();
    private final ArrayDeque<Runnable> background = new ArrayDeque<>();
    private final List<PastCase> past = new ArrayList<>();
    private int asked;
    private int within;
    private boolean away;

    private final Transactions transactions = new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
            within++;
            try {
                return work.get();
            } finally {
                within--;
            }
        }
    };

    private final Policies policies = new Policies() {
        @Override
        public CompensationPolicy inForce() {
            return PolicyReader.standard();
        }

        @Override
        public String textInForce() {
            return PolicyReader.standardText();
        }

        @Override
        public boolean install(String text, Instant now) {
            return false;
        }
    };

    /** Cases that are looked through in no transaction. */
    private final class Cases extends ArrayList<PastCase> {
        Cases() {
            super(past);
        }

        @Override
        public Stream<PastCase> stream() {
            assertThat(within).as("transactions around learning").isZero();
            return super.stream();
        }
    }

    private List<PastCase> pastCases() {
        if (away) throw new StoreUnavailable("away", null);
        asked++;
        return new Cases();
    }

    private final Ledger ledger = (Ledger) Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> method.getName().equals("pastCases") ? pastCases() : List.of());

    private final Offering offering = new Offering(transactions, ledger, policies, time, background::add);

    private int casesKnown() {
        return offering
                .offers(List.of(), Optional.of(new GrantWish.Stated(LOSS, Severity.SEVERE)), Tier.REGULAR)
                .orElseThrow()
                .offers()
                .stream()
                .mapToInt(Offer::cases)
                .sum();
    }

    private void comes() {
        past.add(new PastCase(LOSS, Severity.SEVERE, "cash-10", 1, OptionalDouble.empty(), Optional.empty()));
    }

    @Test
    void it_is_learned_at_the_first_look_and_in_no_transaction() {
        comes();
        assertThat(casesKnown()).isEqualTo(1);
        assertThat(casesKnown()).isEqualTo(1);
        assertThat(asked).isEqualTo(1);
        assertThat(background).isEmpty();
    }

    @Test
    void what_was_learned_ahead_serves_the_first_look() {
        comes();
        offering.learnAhead();
        offering.learnAhead();
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(casesKnown()).isEqualTo(1);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void while_it_is_learned_anew_once_what_was_learned_before_serves() {
        casesKnown();
        comes();
        time.pass(Duration.ofMinutes(11));
        assertThat(Collections.nCopies(3, 0).stream().map(n -> casesKnown())).containsOnly(0);
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(casesKnown()).isEqualTo(1);
        assertThat(background).isEmpty();
    }

    @Test
    void where_learning_anew_fails_it_is_tried_again() {
        casesKnown();
        comes();
        time.pass(Duration.ofMinutes(11));
        casesKnown();
        away = true;
        background.remove().run();
        away = false;
        assertThat(casesKnown()).isZero();
        background.remove().run();
        assertThat(casesKnown()).isEqualTo(1);
    }
}
