package amends.customer.jdbc;

import static amends.customer.ConsentPurpose.COMMERCIAL_SMS;
import static amends.customer.ConsentPurpose.PERSONALISATION;
import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.Consent;
import amends.customer.Consent.Withdrawal;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcConsentsTest {
    private static final Instant GIVEN = Instant.parse("2026-01-04T08:15:00Z");

    @Parameter
    TestEngine engine;

    @TempDir
    private static Path folder;

    private static Database database;

    private final SettableTime time = new SettableTime();
    private JdbcConsents consents;
    private UUID customer;

    @BeforeParameterizedClassInvocation
    static void open(TestEngine engine) {
        database = engine.open(folder);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void customer() {
        consents = new JdbcConsents(database, time);
        customer = new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), "王建国", List.of(), Tier.GOLD, "", Optional.empty(), "", 0))
                .id();
    }

    private Consent consent(ConsentPurpose purpose, Optional<Instant> expires) {
        return new Consent(
                Ids.next(),
                customer,
                purpose,
                Consent.Way.SAID_IN_CALL,
                "“可以，你们记着就行”",
                Optional.of(Ids.next()),
                Ids.next(),
                GIVEN,
                expires,
                Optional.empty());
    }

    @Test
    void nobody_agreed_to_anything_unasked() {
        assertThat(consents.holds(customer, PERSONALISATION)).isFalse();
        assertThat(consents.of(customer)).isEmpty();
    }

    @Test
    void a_consent_holds_for_its_purpose_alone() {
        Consent given = consent(PERSONALISATION, Optional.empty());
        consents.give(given);

        assertThat(consents.of(customer)).containsExactly(given);
        assertThat(consents.holds(customer, PERSONALISATION)).isTrue();
        assertThat(consents.holds(customer, COMMERCIAL_SMS)).isFalse();
    }

    @Test
    void the_same_consent_is_kept_once() {
        Consent given = consent(PERSONALISATION, Optional.empty());
        consents.give(given);
        consents.give(given);

        assertThat(consents.of(customer)).containsExactly(given);
    }

    @Test
    void a_consent_ends_when_it_expires() {
        consents.give(consent(PERSONALISATION, Optional.of(time.now().plusSeconds(60))));

        time.pass(Duration.ofSeconds(59));
        assertThat(consents.holds(customer, PERSONALISATION)).isTrue();
        time.pass(Duration.ofSeconds(1));
        assertThat(consents.holds(customer, PERSONALISATION)).isFalse();
    }

    @Test
    void a_consent_that_was_taken_back_stays_as_proof_and_holds_no_longer() {
        consents.give(consent(PERSONALISATION, Optional.empty()));
        consents.give(consent(COMMERCIAL_SMS, Optional.empty()));
        var withdrawal = new Withdrawal(time.now(), "“别再记了”");

        assertThat(consents.withdraw(customer, PERSONALISATION, withdrawal)).isEqualTo(1);
        assertThat(consents.withdraw(customer, PERSONALISATION, withdrawal)).isZero();

        assertThat(consents.holds(customer, PERSONALISATION)).isFalse();
        assertThat(consents.holds(customer, COMMERCIAL_SMS)).isTrue();
        assertThat(consents.of(customer))
                .filteredOn(c -> c.purpose() == PERSONALISATION)
                .singleElement()
                .satisfies(c -> assertThat(c.withdrawn()).contains(withdrawal));
    }

    @Test
    void who_agrees_again_after_taking_it_back_agrees() {
        consents.give(consent(PERSONALISATION, Optional.empty()));
        consents.withdraw(customer, PERSONALISATION, new Withdrawal(time.now(), ""));
        consents.give(consent(PERSONALISATION, Optional.empty()));

        assertThat(consents.holds(customer, PERSONALISATION)).isTrue();
    }
}
