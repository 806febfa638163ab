package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.WorkingCalendar;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.promise.BrokenPromises;
import amends.promise.Promise;
import amends.promise.PromiseActs;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseDraft;
import amends.promise.PromiseGate.Answer;
import amends.promise.PromiseMaking.Outcome.Made;
import amends.promise.PromiseOwner;
import amends.promise.PromiseReceipts;
import amends.promise.PromiseRules;
import amends.promise.PromiseRulesFile;
import amends.promise.PromiseStep;
import amends.promise.PromiseStore;
import amends.promise.PromiseWording;
import amends.promise.PromisedTo;
import amends.promise.StoringPromiseMaking;
import amends.promise.jdbc.JdbcPromiseGate;
import amends.promise.jdbc.JdbcPromises;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.StaffMember;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Promises as an agent's own login on PostgreSQL: one's own, and that of a customer who tells the code. */
class PromiseGatesTest {
    private static final Timekeeper TIME = Timekeeper.system();
    private static final PromiseRules RULES =
            PromiseRulesFile.shipped(WorkingCalendar.everyDay(ZoneOffset.UTC, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    private static GatedHouse house;
    private static CustomerProfile wang;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        wang = house.customer("王建国", "+8613800138000");
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static PromiseStore store(Database database) {
        var duties = new JdbcDuties(database);
        return new PromiseStore(
                database,
                new JdbcPromises(database),
                duties,
                new JdbcSmsBook(database, duties, TIME),
                new JdbcStaff(database));
    }

    private static Promise made(Database database, StaffMember who) {
        var making = new StoringPromiseMaking(
                store(database),
                RULES,
                PromiseAuthority.ofKinds(),
                new PromiseReceipts(true, PromiseWording.ZH_CN, "", id -> Optional.empty()));
        var outcome = making.make(new PromiseDraft(
                Ids.next(),
                "call-back",
                "核对后回电",
                Optional.empty(),
                PromisedTo.customer(wang.id(), "王建国", Optional.of(new PhoneNumber("+8613800138000"))),
                who,
                Optional.of(new PromiseOwner.Person(who.id())),
                TIME.now().plusSeconds(7200),
                TIME.now(),
                true,
                Optional.empty()));
        return ((Made) outcome).promise();
    }

    @Test
    void an_agent_gives_a_promise_and_keeps_it() {
        Database mine = house.as(house.agent);
        Promise promise = made(mine, house.agent);
        var promises = new JdbcPromises(mine);
        assertThat(promises.openOf(house.agent.id(), 99)).contains(promise);
        assertThat(new PromiseActs(store(mine), RULES, BrokenPromises.NOBODY)
                        .step(Ids.next(), promise.id(), house.agent, new PromiseStep.Keep(TIME.now())))
                .isInstanceOf(PromiseActs.Outcome.Done.class);
        assertThat(promises.past("call-back", Optional.empty(), 99)).anyMatch(p -> p.kept());
    }

    @Test
    void what_was_promised_to_a_number_is_taken_over_by_who_looks_at_its_customer() throws Exception {
        var number = new PhoneNumber("+8613133333333");
        Promise promise = made(house.as(house.agent), house.agent);
        house.truth(
                "update promise set customer = null, number = '" + number.e164() + "' where id = ? returning id::text",
                promise.id());
        CustomerProfile chen = house.customer("陈秀兰", number.e164());
        var promises = new JdbcPromises(house.as(house.colleague));
        promises.adopt(chen.id(), java.util.List.of(number));
        assertThat(promises.ofCustomer(chen.id(), 9)).isEmpty();

        GatedHouse.ask(
                house.plain(house.colleague),
                "select gate.look_up('%s', '%s', '')".formatted(Ids.next(), number.e164()));
        promises.adopt(chen.id(), java.util.List.of(number));
        assertThat(promises.ofCustomer(chen.id(), 9)).extracting(Promise::id).containsExactly(promise.id());
    }

    @Test
    void one_that_is_handed_over_leaves_the_list() {
        Database mine = house.as(house.agent);
        Promise promise = made(mine, house.agent);
        assertThat(new PromiseActs(store(mine), RULES, BrokenPromises.NOBODY)
                        .step(
                                Ids.next(),
                                promise.id(),
                                house.agent,
                                new PromiseStep.HandOver(
                                        TIME.now(), new PromiseOwner.Person(house.colleague.id()), "休假")))
                .isInstanceOf(PromiseActs.Outcome.Done.class);
        assertThat(new JdbcPromises(mine).openOf(house.agent.id(), 99)).doesNotContain(promise);
        assertThat(new JdbcPromises(house.as(house.colleague)).openOf(house.colleague.id(), 99))
                .anyMatch(p -> p.id().equals(promise.id()));
    }

    @Test
    void who_hands_anothers_promise_over_leaves_its_course_with_the_department_that_keeps_it_now() {
        Promise promise = made(house.owner, house.colleague);
        house.truth("update promise set owner = '" + house.agent.id() + "' where id = ? returning code", promise.id());
        Database mine = house.as(house.agent);
        var handedOver = new PromiseStep.HandOver(TIME.now(), new PromiseOwner.Team("accounts"), "请核对");
        assertThat(new PromiseActs(store(mine), RULES, BrokenPromises.NOBODY)
                        .step(Ids.next(), promise.id(), house.agent, handedOver))
                .isInstanceOf(PromiseActs.Outcome.Done.class);
        assertThat(house.truth("select team from promise_course where promise = ?", promise.id()))
                .containsExactly("accounts");
    }

    @Test
    void a_colleagues_is_seen_when_the_customer_tells_its_code_and_that_is_a_look() throws Exception {
        Promise promise = made(house.owner, house.colleague);
        StaffMember who = house.agent;
        Database mine = house.as(who);
        var promises = new JdbcPromises(mine);
        var before = promises.byId(promise.id());
        int looks = Integer.parseInt(house.truth("select count(*) from audit where act = 'LOOK_AT_CUSTOMER'")
                .getFirst());
        assertThat(before).isEmpty();
        assertThat(new JdbcPromiseGate(mine).find(promise.code().toLowerCase(), who))
                .isInstanceOfSatisfying(
                        Answer.Found.class, f -> assertThat(f.promise().id()).isEqualTo(promise.id()));
        assertThat(new JdbcPromiseGate(mine).find("CCCC", who)).isEqualTo(new Answer.Nothing("CCCC"));
        assertThat(house.truth("select count(*) from audit where act = 'LOOK_AT_CUSTOMER'"))
                .containsExactly("" + (looks + 2));
        assertThat(house.truth("select why from audit where whom = '" + wang.id() + "' order by at desc limit 1"))
                .containsExactly("promise " + promise.code());
    }

    @Test
    void others_promises_are_neither_listed_nor_changed_nor_given_in_their_name() throws Exception {
        Promise promise = made(house.owner, house.colleague);
        var other = house.plain(house.inspector);
        assertThatThrownBy(() -> ask(other, "select code from promise")).isInstanceOf(SQLException.class);
        var plain = house.plain(house.expert);
        assertThat(ask(plain, "select code from promise")).isEmpty();
        assertThat(ask(plain, "select words from promise_event")).isEmpty();
        assertThatThrownBy(() -> ask(
                        plain,
                        "update promise set due = now() + interval '1 year' where id = '%s' returning id"
                                .formatted(promise.id())))
                .isInstanceOf(SQLException.class);
        ask(plain, "update promise set version = 9 where id = '%s' returning id".formatted(promise.id()));
        assertThat(house.truth("select version from promise where id = '" + promise.id() + "'"))
                .containsExactly("1");
        assertThatThrownBy(() -> ask(
                        plain,
                        "insert into promise_event values (gen_random_uuid(), '%s', 'KEPT', now(), null, false, '%s', '') returning id"
                                .formatted(promise.id(), house.colleague.id())))
                .isInstanceOf(SQLException.class);
    }
}
