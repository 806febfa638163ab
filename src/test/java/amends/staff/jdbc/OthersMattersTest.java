package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static amends.staff.jdbc.GatedHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.jdbc.JdbcFailures;
import amends.survey.jdbc.JdbcSurveys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody with a login of their own tries on failures, complaints and promises that are not theirs. */
class OthersMattersTest {
    private static final Instant THEN = Instant.parse("2026-03-04T10:00:00Z");
    private static GatedHouse house;
    private static CustomerProfile wang;
    private static CustomerProfile chen;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        wang = house.customer("王建国", "+8613800138000");
        chen = house.customer("陈静", "+8613900139000");
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    private static void looks(Connection mine, String number) throws SQLException {
        ask(mine, "select gate.look_up('%s', '%s', 'call 1')".formatted(id(), number));
    }

    private static Failure owed(CustomerProfile customer, UUID promise) {
        Failure failure = Failure.of(
                new Evidence.PromiseBroken(promise, THEN), THEN, Optional.of(customer.id()), Optional.empty());
        new JdbcFailures(house.owner).add(failure);
        return failure;
    }

    private static String complaint(UUID owner) {
        return house.truth(
                        "insert into complaint (id, source, customer_name, subject, what, severity, owner, opened, state,"
                                + " acknowledge_by, respond_by) values (gen_random_uuid(), 'CALL', '', '', '', 'MODERATE',"
                                + " ?, now(), 'RECEIVED', now(), now()) returning id::text",
                        owner)
                .getFirst();
    }

    private static UUID promise(UUID maker, UUID owner, String state) {
        UUID id = id();
        house.truth(
                "insert into promise (id, code, kind, what, customer_name, maker, owner, made, due, remind, state, version)"
                        + " values (?, upper(substr(md5(random()::text), 1, 6)), 'call-back', 'x', '', ?, ?, now(),"
                        + " now() + interval '1 hour', now(), '" + state + "', 1) returning id::text",
                id,
                maker,
                owner);
        return id;
    }

    @Test
    void to_enter_that_somebody_was_changed_opens_nobody() throws Exception {
        Connection mine = house.plain(house.agent);
        denied(() -> ask(mine, "select gate.enter('%s', 'CHANGE_CUSTOMER', '%s', '')".formatted(id(), chen.id())));
        assertThat(ask(mine, "select number from customer_number where customer = '%s'".formatted(chen.id())))
                .isEmpty();
        looks(mine, "+8613800138000");
        ask(mine, "select gate.enter('%s', 'CHANGE_CUSTOMER', '%s', 'a tag')".formatted(id(), wang.id()));
    }

    @Test
    void a_look_at_a_number_that_is_nobodys_cannot_be_undone_by_trying_all_numbers() throws Exception {
        Connection mine = house.plain(house.agent);
        looks(mine, "+8615500155000");
        assertThat(house.truth("select why from audit where whom = md5('+8615500155000')::uuid"))
                .isEmpty();
        assertThat(ask(mine, "select gate.is_looked_at('+8615500155000')")).containsExactly("t");
        assertThat(ask(house.plain(house.colleague), "select gate.is_looked_at('+8615500155000')"))
                .containsExactly("f");
        for (String sql : new String[] {"select secret from house_secret", "select gate.nobody('+8615500155000')"})
            denied(() -> ask(house.plain(house.lead), sql));
    }

    @Test
    void what_is_owed_to_others_is_not_settled_blindly() throws Exception {
        Failure chens = owed(chen, id());
        Connection mine = house.plain(house.agent);
        ask(
                mine,
                "update failure set state = 'SETTLED', means = 'EXPLAINED', settled_by = gate.me(), settled_at = now()");
        ask(mine, "update failure set customer = '%s'".formatted(wang.id()));
        assertThat(house.truth("select state || customer from failure where id = ?", chens.id()))
                .containsExactly("OPEN" + chen.id());
    }

    @Test
    void what_is_owed_is_settled_in_one_s_own_name_and_stays_what_it_was() throws Exception {
        Failure wangs = owed(wang, id());
        Connection mine = house.plain(house.agent);
        looks(mine, "+8613800138000");
        String where = " where id = '" + wangs.id() + "'";
        denied(() -> ask(mine, "update failure set severity = 'SEVERE'" + where));
        denied(() -> ask(mine, "update failure set at = now()" + where));
        denied(() ->
                ask(mine, "update failure set state = 'SETTLED', settled_by = '" + house.colleague.id() + "'" + where));
        denied(() -> ask(mine, "update failure set state = 'WRITTEN_OFF', settled_by = gate.me()" + where));
        denied(() -> ask(mine, "update failure set customer = null" + where));
        ask(
                mine,
                "update failure set state = 'SETTLED', means = 'EXPLAINED', settled_by = gate.me(), settled_at = now(),"
                        + " words = ''" + where);
        assertThat(house.truth("select state from failure where id = ?", wangs.id()))
                .containsExactly("SETTLED");
        ask(mine, "update failure set state = 'OPEN', settled_by = null" + where);
        assertThat(house.truth("select state from failure where id = ?", wangs.id()))
                .containsExactly("SETTLED");
    }

    @Test
    void others_complaints_are_not_listed_by_what_hangs_on_them_nor_opened_by_a_callback() throws Exception {
        String theirs = complaint(house.colleague.id());
        house.truth("insert into complaint_failure values ('" + theirs + "', gen_random_uuid()) returning ''");
        house.truth("insert into recovery_case_source values ('" + theirs + "', true) returning ''");
        Connection mine = house.plain(house.agent);
        for (String table : new String[] {"complaint_failure", "recovery_case_source", "callback_attempt"})
            assertThat(ask(mine, "select * from " + table)).as(table).isEmpty();
        String callback = "insert into callback (id, complaint, number, owner, due, state, attempts, late) values"
                + " (gen_random_uuid(), '%s', '+8613800138000', '" + house.agent.id()
                + "', now(), 'SCHEDULED', 0, false)";
        denied(() -> ask(mine, callback.formatted(theirs)));
        denied(() -> ask(mine, "insert into complaint_failure values ('" + theirs + "', gen_random_uuid())"));
        ask(mine, callback.formatted(complaint(house.agent.id())));
        denied(() -> ask(mine, "update callback set complaint = '" + theirs + "'"));
        assertThat(ask(mine, "select id from complaint where id = '" + theirs + "'"))
                .isEmpty();
        assertThat(ask(house.plain(house.lead), "select complaint from complaint_failure"))
                .contains(theirs);
    }

    @Test
    void a_complaint_and_a_call_of_care_stay_whose_and_about_what_they_are() throws Exception {
        String mineOne = complaint(house.agent.id());
        for (var who : new amends.staff.StaffMember[] {house.agent, house.expert, house.lead}) {
            Connection mine = house.plain(who);
            for (String set : new String[] {"customer = null", "what = ''", "opened = now()", "call_back = null"})
                denied(() -> ask(mine, "update complaint set " + set + " where id = '" + mineOne + "'"));
            for (String set : new String[] {"customer = gen_random_uuid()", "number = '+861'", "name = ''"})
                denied(() -> ask(mine, "update care_call set " + set));
        }
        ask(
                house.plain(house.agent),
                "update complaint set severity = 'SEVERE', changes = changes + 1 where id = '" + mineOne + "'");
        assertThat(house.truth("select severity from complaint where id::text = ?", mineOne))
                .containsExactly("SEVERE");
    }

    @Test
    void a_promise_stays_what_was_promised_and_by_when() throws Exception {
        UUID promise = promise(house.agent.id(), house.agent.id(), "OPEN");
        for (var who : new amends.staff.StaffMember[] {house.agent, house.lead}) {
            Connection mine = house.plain(who);
            for (String set : new String[] {
                "due = due + interval '1 year'", "remind = now()", "what = ''", "amount = 1", "maker = owner"
            }) denied(() -> ask(mine, "update promise set " + set));
        }
        Connection mine = house.plain(house.agent);
        ask(mine, "update promise set state = 'BROKEN', ended = now() where id = '" + promise + "'");
        denied(() -> ask(mine, "update promise set state = 'OPEN', ended = null where id = '" + promise + "'"));
        denied(() -> ask(mine, "update promise set state = 'KEPT' where id = '" + promise + "'"));
    }

    @Test
    void a_promise_kept_in_time_and_told_late_is_owed_no_more_though_nobody_looked() throws Exception {
        UUID promise = promise(house.colleague.id(), house.colleague.id(), "OVERDUE");
        Failure broken = owed(chen, promise);
        ask(
                house.plain(house.colleague),
                "update promise set state = 'KEPT', ended = now() where id = '" + promise + "'");
        assertThat(house.truth("select state || ' ' || settled_by from failure where id = ?", broken.id()))
                .containsExactly("WRITTEN_OFF " + house.colleague.id());
    }

    @Test
    void that_somebody_wants_no_messages_is_known_long_after_the_call() throws Exception {
        var number = new PhoneNumber("+8613700137000");
        new JdbcSurveys(house.owner).refuse(number, "T", THEN);
        Database mine = house.as(house.agent);
        assertThat(new JdbcSurveys(mine, true).isRefused(number)).isTrue();
        assertThat(new JdbcSurveys(mine, true).isRefused(new PhoneNumber("+8613700137001")))
                .isFalse();
        assertThat(ask(house.plain(house.agent), "select number from survey_refusal"))
                .isEmpty();
    }

    @Test
    void what_somebody_seems_to_be_is_read_by_no_login() {
        for (var who : house.people()) denied(() -> ask(house.plain(who), "select * from personality_type"));
        for (var who : house.people()) denied(() -> ask(house.plain(who), "select * from report_type"));
    }
}
