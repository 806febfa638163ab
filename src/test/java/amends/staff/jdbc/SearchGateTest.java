package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static amends.staff.jdbc.GatedHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.Correcting;
import amends.customer.CustomerGate;
import amends.customer.CustomerOffice.Letter;
import amends.customer.CustomerOffice.Way;
import amends.customer.CustomerProfile;
import amends.customer.FindingCustomers;
import amends.customer.FoundCustomer;
import amends.customer.LoggingSearchGate;
import amends.customer.OutsideField;
import amends.customer.ProfileBooks;
import amends.customer.ProfileOutcome;
import amends.customer.jdbc.JdbcConsents;
import amends.customer.jdbc.JdbcCorrections;
import amends.customer.jdbc.JdbcCustomerGate;
import amends.customer.jdbc.JdbcCustomerSearch;
import amends.customer.jdbc.JdbcLetters;
import amends.customer.jdbc.JdbcNeeds;
import amends.customer.jdbc.JdbcPortraits;
import amends.customer.jdbc.JdbcSearchGate;
import amends.customer.jdbc.JdbcTags;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers found by people who come to the PostgreSQL with their own login. */
class SearchGateTest {
    private static final String SEARCH = "select gate.search('%s', '%s', '', '', %d)";
    private static final String FOUND = "select c_name from gate.found_customers('%s', '%s', '', '', %d)";
    private static GatedHouse house;
    private static CustomerProfile wang;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        wang = house.customer("王建国", "+8613800138000");
        house.customer("王%", "+8613900139000");
        house.customer("Li Na", "+8613700137000");
        house.owner.run(() -> house.owner.handle(
                h -> h.execute("insert into customer_outside_id values (?, ?, ?, ?)", id(), "crm", "K-17", wang.id())));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static void refused(String state, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state));
    }

    @Test
    void both_ways_find_the_same() {
        var audit = new JdbcAuditTrail(house.owner);
        var time = Timekeeper.system();
        var shared = new FindingCustomers(
                new LoggingSearchGate(new JdbcCustomerSearch(house.owner), audit, house.owner, time), "CN");
        var own = new FindingCustomers(new JdbcSearchGate(house.as(house.agent)), "CN");
        for (String typed : List.of("王", "王%", "%", "_", "li n", "138 0013 8000", "K-17", "nobody", "' or true --"))
            for (int from = 0; from < 2; from++)
                assertThat(own.find(typed, from, 1, house.agent))
                        .as("%s from %d", typed, from)
                        .isEqualTo(shared.find(typed, from, 1, house.lead));
        assertThat(own.find("K-17", 0, 9, house.agent).found())
                .extracting(FoundCustomer::numberEnd)
                .containsExactly("8000");
    }

    @Test
    void a_search_is_in_the_trail_before_it_shows_and_serves_for_its_own_words_and_page() throws Exception {
        Connection mine = house.plain(house.colleague);
        UUID entry = id();
        mine.setAutoCommit(false);
        ask(mine, SEARCH.formatted(entry, "王", 0));
        refused("AM003", () -> ask(mine, FOUND.formatted(entry, "王", 0)));
        mine.rollback();
        ask(mine, SEARCH.formatted(entry, "王", 0));
        mine.commit();
        mine.setAutoCommit(true);
        assertThat(ask(mine, FOUND.formatted(entry, "王", 0))).containsExactlyInAnyOrder("王建国", "王%");
        refused("42501", () -> ask(mine, FOUND.formatted(entry, "Li", 0)));
        refused("42501", () -> ask(mine, FOUND.formatted(entry, "王", 1)));
        assertThat(ask(mine, "select number from customer_number")).isEmpty();
        Connection other = house.plain(house.expert);
        refused("42501", () -> ask(other, FOUND.formatted(entry, "王", 0)));
        refused("42501", () -> ask(house.plain(house.inspector), SEARCH.formatted(id(), "王", 0)));
        assertThat(house.truth("select act from audit where id = ?", entry)).containsExactly("FIND_CUSTOMERS");
    }

    @Test
    void who_searches_too_often_finds_nobody() {
        var own = new FindingCustomers(new JdbcSearchGate(house.as(house.expert)), "CN");
        assertThatThrownBy(() -> {
                    for (int page = 0; page < 31; page++) own.find("王", page, 1, house.expert);
                })
                .isInstanceOf(CustomerGate.TooManyLooks.class);
    }

    @Test
    void who_was_found_is_put_right_with_ones_own_login() {
        CustomerProfile zhao = house.customer("赵敏", "+8613600136000");
        var mine = house.as(house.expert);
        var time = Timekeeper.system();
        var books = new ProfileBooks(
                new JdbcCustomerGate(mine),
                new JdbcPortraits(mine),
                new JdbcTags(mine),
                new JdbcNeeds(mine),
                new JdbcConsents(mine, time),
                (customer, most) -> List.of(),
                new GatedAuditTrail(mine),
                mine);
        var correcting = new Correcting(house.expert, books, new JdbcCorrections(mine), time);
        var shown = correcting.look(zhao.id(), "customers page").orElseThrow();
        assertThat(correcting.correct(shown, OutsideField.NAME, "赵敏敏", "她自己说的")).isEqualTo(new ProfileOutcome.Kept());
        assertThat(house.truth("select name from customer where id = ?", zhao.id()))
                .containsExactly("赵敏敏");
    }

    @Test
    void a_letter_that_one_wrote_down_becomes_a_complaint() {
        var mine = house.as(house.expert);
        var letters = new JdbcLetters(mine, Timekeeper.system());
        var gate = new JdbcCustomerGate(mine);
        assertThat(gate.byId(wang.id(), CustomerGate.Look.of(house.expert, "letter")))
                .isPresent();
        var now = Timekeeper.system().now();
        var letter = new Letter(wang.id(), Way.EMAIL, false, now, "扣款", "扣了两次", true);
        UUID complaint = id();
        mine.run(() -> {
            UUID id = Ids.next();
            letters.keep(id, letter, house.expert.id());
            letters.becomes(id, complaint);
        });
        assertThat(house.truth("select subject from customer_letter where complaint = ?", complaint))
                .containsExactly("扣款");
    }
}
