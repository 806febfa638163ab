package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.compensation.FailureKind;
import amends.compensation.Form;
import amends.compensation.Grant;
import amends.compensation.PolicyReader;
import amends.compensation.jdbc.JdbcPolicies;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.jdbc.JdbcCustomers;
import amends.desktop.FakeContacts;
import amends.kernel.Ids;
import amends.kernel.Money;
import amends.kernel.SettableTime;
import amends.kernel.WorkingCalendar;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.TestEngine;
import amends.promise.Promise;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseKind;
import amends.promise.PromiseOwner;
import amends.promise.PromiseReceipts;
import amends.promise.PromiseRules;
import amends.promise.PromiseRulesFile;
import amends.promise.PromiseStore;
import amends.promise.StoringPromiseMaking;
import amends.promise.jdbc.JdbcPromises;
import amends.recovery.Failures;
import amends.recovery.Severity;
import amends.recovery.jdbc.JdbcFailures;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.PasswordHash;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was granted in money is paid by somebody, by a day: also what is more than anybody may promise alone. */
class PaymentPromisesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T04:00:00Z");
    private static final PromiseRules SHIPPED =
            PromiseRulesFile.shipped(WorkingCalendar.usual(ZoneId.of("Asia/Shanghai")));
    private static final StaffMember AGENT = member("1001", Role.AGENT);
    private static final StaffMember EXPERT = member("1003", Role.EXPERT);
    private static final StaffMember LEAD = member("1005", Role.LEAD);

    @TempDir
    static Path folder;

    private static Database database;
    private static UUID customer;

    private static StaffMember member(String login, Role role) {
        return new StaffMember(Ids.next(), login, "name " + login, login, Set.of(role));
    }

    @BeforeAll
    static void open() {
        database = TestEngine.H2.open(folder);
        for (StaffMember one : List.of(AGENT, EXPERT, LEAD))
            new JdbcStaff(database).save(one, new PasswordHash(1, "c2FsdA==", "aGFzaA=="));
        customer = new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), "王建国", List.of(), Tier.REGULAR, "", Optional.empty(), "", 0))
                .id();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Grant grant(long yuan, UUID... approvals) {
        return grant(Optional.of(customer), Optional.empty(), yuan, approvals);
    }

    private static Grant grant(Optional<UUID> customer, Optional<UUID> contact, long yuan, UUID... approvals) {
        Money value = new Money(yuan * 100, Currency.getInstance("CNY"));
        return new Grant(
                Ids.next(),
                customer,
                contact,
                Set.of(),
                new FailureKind("actual-loss"),
                Severity.SEVERE,
                Tier.REGULAR,
                "p-1",
                "r",
                "loss-" + yuan,
                Form.REFUND,
                value,
                value,
                AGENT.id(),
                NOW,
                "",
                approvals.length,
                List.of(approvals),
                NOW,
                Grant.State.GRANTED,
                Optional.of(NOW),
                "");
    }

    private static Optional<Promise> promised(PromiseRules rules, Grant grant) {
        var time = new SettableTime();
        var duties = new JdbcDuties(database);
        var promises = new JdbcPromises(database);
        var staff = new JdbcStaff(database);
        var store = new PromiseStore(database, promises, duties, new JdbcSmsBook(database, duties, time), staff);
        var making = new StoringPromiseMaking(store, rules, PromiseAuthority.OWED, PromiseReceipts.NONE);
        new PaymentPromises(making, rules, new FakeContacts(), new JdbcPolicies(database), staff, time).accept(grant);
        return promises.byId(Ids.named("payment:" + grant.id()));
    }

    @Test
    void more_than_either_of_two_may_promise_alone_is_promised_by_the_second_and_kept_by_those_who_pay() {
        Promise promise = promised(SHIPPED, grant(3000, LEAD.id(), EXPERT.id())).orElseThrow();
        assertThat(promise.owner()).isEqualTo(new PromiseOwner.Team("accounts"));
        assertThat(promise.maker()).isEqualTo(EXPERT.id());
        assertThat(promise.amount()).contains(new Money(300_000, Currency.getInstance("CNY")));
    }

    @Test
    void where_the_house_knows_neither_payers_nor_goodwill_whoever_said_yes_last_owns_it() {
        List<PromiseKind> few = SHIPPED.kinds().stream()
                .filter(kind -> kind.code().equals("look-into"))
                .toList();
        var bare = new PromiseRules(few, List.of(), SHIPPED.house(), SHIPPED.remindBefore(), SHIPPED.suggesting());
        Promise promise = promised(bare, grant(3000, LEAD.id(), EXPERT.id())).orElseThrow();
        assertThat(promise.owner()).isEqualTo(new PromiseOwner.Person(EXPERT.id()));
        assertThat(promise.kind()).isEqualTo("look-into");
    }

    @Test
    void a_caller_who_withheld_their_number_and_is_nobodys_customer_is_paid_by_those_who_pay() {
        UUID contact = Ids.next();
        Promise promise = promised(SHIPPED, grant(Optional.empty(), Optional.of(contact), 1000, LEAD.id()))
                .orElseThrow();
        assertThat(promise.owner()).isEqualTo(new PromiseOwner.Team("accounts"));
        assertThat(promise.to().contact()).contains(contact);
        // nobody can be told that it was not kept
        Failures book = new JdbcFailures(database);
        new BrokenWord(book).broken(promise, promise.due());
        new BrokenWord(book).keptAfterAll(promise, promise.due());
    }

    @Test
    void who_approved_and_left_is_replaced_by_who_is_still_here() {
        assertThat(promised(SHIPPED, grant(1000, Ids.next())).orElseThrow().maker())
                .isEqualTo(AGENT.id());
    }

    /** What a kind of goodwill says counts only until the policy in force is known: both say the same. */
    @Test
    void the_shipped_rules_of_promises_and_the_shipped_policy_give_everybody_the_same_authority() {
        PromiseKind goodwill = SHIPPED.kind("goodwill").orElseThrow();
        for (StaffMember one : List.of(AGENT, EXPERT, LEAD))
            assertThat(goodwill.limits().get(one.roles().iterator().next()))
                    .isEqualTo(PolicyReader.standard().authorityOf(one));
    }
}
