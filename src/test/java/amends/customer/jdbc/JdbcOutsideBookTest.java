package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.OutsideFact;
import amends.customer.OutsideFact.Kind;
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
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcOutsideBookTest {
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");
    private static final OutsideFact ORDERS = new OutsideFact(Kind.FACT, "Open orders", "2");
    private static final OutsideFact NAME = new OutsideFact(Kind.FIELD, "NAME", "王建国");

    @Parameter
    TestEngine engine;

    @TempDir
    private static Path folder;

    private static Database database;
    private JdbcOutsideBook book;
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
        book = new JdbcOutsideBook(database);
        customer = somebody();
    }

    private static UUID somebody() {
        var number = new PhoneNumber("+861" + ThreadLocalRandom.current().nextLong(3_000_000_000L, 4_000_000_000L));
        return new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), "王建国", List.of(number), Tier.GOLD, "", Optional.empty(), "", 0))
                .id();
    }

    @Test
    void what_a_source_said_last_is_kept_in_its_order() {
        book.keep(customer, "crm", AT, List.of(NAME));
        book.keep(customer, "crm", AT.plusSeconds(9), List.of(ORDERS, NAME));
        book.keep(customer, "core", AT, List.of(NAME));

        assertThat(book.of(customer)).containsOnlyKeys("crm", "core");
        assertThat(book.of(customer).get("crm").facts()).containsExactly(ORDERS, NAME);
        assertThat(book.of(customer).get("crm").at()).isEqualTo(AT.plusSeconds(9));
    }

    @Test
    void nobody_there_any_more_is_forgotten() {
        book.keep(customer, "crm", AT, List.of(NAME));
        assertThat(book.keep(customer, "crm", AT, List.of())).isTrue();
        assertThat(book.of(customer)).isEmpty();
    }

    @Test
    void of_who_was_erased_a_late_answer_keeps_nothing() {
        new JdbcTombstones(database).blank(customer, AT);
        assertThat(book.keep(customer, "crm", AT, List.of(NAME))).isFalse();
        assertThat(book.of(customer)).isEmpty();
    }

    @Test
    void of_two_answers_about_a_merged_customer_the_newer_counts() {
        UUID other = somebody();
        book.keep(customer, "crm", AT, List.of(NAME));
        book.keep(other, "crm", AT.plusSeconds(9), List.of(ORDERS));
        ProfileRecords.ofOutside(database).move(other, customer);
        assertThat(book.of(customer).get("crm").facts()).containsExactly(ORDERS);
    }

    @Test
    void it_is_shown_to_the_person_and_goes_with_them() {
        book.keep(customer, "crm", AT, List.of(NAME));
        var records = ProfileRecords.ofOutside(database);
        assertThat(records.shown(customer)).hasSize(1);
        assertThat(records.forget(customer)).isEqualTo(1);
        assertThat(book.of(customer)).isEmpty();
    }

    @Test
    void a_system_knows_a_customer_by_its_own_id() {
        database.handle(h -> h.execute(
                "insert into customer_outside_id (id, source, outside_id, customer) values (?, 'core', ?, ?)",
                Ids.next(),
                "C-" + customer,
                customer));
        assertThat(book.idOf(customer, "core")).contains("C-" + customer);
        assertThat(book.idOf(customer, "crm")).isEmpty();
    }
}
