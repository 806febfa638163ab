package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Need;
import amends.customer.Need.Kind;
import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import java.nio.file.Path;
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
class JdbcNeedsTest {
    @Parameter
    TestEngine engine;

    @TempDir
    private static Path folder;

    private static Database database;

    private UUID customer;
    private JdbcNeeds needs;

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
        customer = new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), "王建国", List.of(), Tier.GOLD, "", Optional.empty(), "", 0))
                .id();
        needs = new JdbcNeeds(database);
    }

    private Need need(Kind kind, String words, int second) {
        return new Need(
                Ids.next(),
                customer,
                Optional.of(Ids.next()),
                kind,
                words,
                Ids.next(),
                Instant.parse("2026-01-05T01:00:00Z").plusSeconds(second));
    }

    @Test
    void what_was_said_and_what_lay_behind_it_are_kept_once_each() {
        Need said = need(Kind.EXPLICIT, "注销信用卡", 1);
        Need meant = need(Kind.IMPLICIT, "还款太麻烦", 2);
        needs.add(said);
        needs.add(said);
        needs.add(meant);

        assertThat(needs.of(customer, 9)).containsExactly(meant, said);
        assertThat(needs.of(customer, 1)).containsExactly(meant);
    }

    @Test
    void a_need_that_was_none_is_taken_back() {
        Need said = need(Kind.EXPLICIT, "注销信用卡", 1);
        needs.add(said);

        assertThat(needs.remove(said.id())).isTrue();
        assertThat(needs.remove(said.id())).isFalse();
        assertThat(needs.of(customer, 9)).isEmpty();
    }
}
