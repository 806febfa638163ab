package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers.ChangedMeanwhile;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcCustomersTest {
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private static final PhoneNumber HOME = new PhoneNumber("+862150001234");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcCustomers customers;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        customers = new JdbcCustomers(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static CustomerProfile profile(String name, PhoneNumber... numbers) {
        return new CustomerProfile(
                Ids.next(),
                name,
                List.of(numbers),
                Tier.GOLD,
                "上海",
                Optional.of(Instant.parse("2023-04-01T00:00:00.000001Z")),
                "prefers to be called in the evening",
                0);
    }

    private static CustomerProfile renamed(CustomerProfile p, String name) {
        return new CustomerProfile(p.id(), name, p.numbers(), p.tier(), p.region(), p.since(), p.note(), p.version());
    }

    @Test
    void a_customer_is_found_by_any_of_their_numbers() {
        CustomerProfile saved = customers.save(profile("王建国", HOME, MOBILE));

        assertThat(customers.byNumber(MOBILE)).contains(saved);
        assertThat(customers.byNumber(HOME)).contains(saved);
        assertThat(customers.byId(saved.id())).contains(saved);
    }

    @Test
    void nobody_is_found_by_a_number_that_nobody_has() {
        assertThat(customers.byNumber(MOBILE)).isEmpty();
    }

    @Test
    void every_save_counts_the_version() {
        CustomerProfile first = customers.save(profile("a", MOBILE));
        CustomerProfile second = customers.save(renamed(first, "b"));

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void a_save_of_an_older_version_is_refused_and_changes_nothing() {
        CustomerProfile first = customers.save(profile("a", MOBILE));
        CustomerProfile second = customers.save(renamed(first, "b"));

        assertThatThrownBy(() -> customers.save(renamed(first, "c"))).isInstanceOf(ChangedMeanwhile.class);
        assertThat(customers.byId(first.id())).contains(second);
    }

    @Test
    void a_number_that_another_customer_got_meanwhile_is_refused() {
        customers.save(profile("a", MOBILE));

        CustomerProfile late = profile("b", MOBILE);
        assertThatThrownBy(() -> customers.save(late)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(customers.byId(late.id())).isEmpty();
    }

    @Test
    void a_number_taken_from_a_customer_leads_nowhere() {
        CustomerProfile both = customers.save(profile("a", HOME, MOBILE));
        customers.save(new CustomerProfile(
                both.id(), "a", List.of(HOME), both.tier(), both.region(), both.since(), both.note(), both.version()));

        assertThat(customers.byNumber(MOBILE)).isEmpty();
    }

    @Test
    void a_save_joins_the_transaction() {
        UUID id = Ids.next();
        assertThatThrownBy(() -> database.run(() -> {
                    customers.save(
                            new CustomerProfile(id, "a", List.of(MOBILE), Tier.VIP, "", Optional.empty(), "", 0));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(customers.byId(id)).isEmpty();
    }
}
