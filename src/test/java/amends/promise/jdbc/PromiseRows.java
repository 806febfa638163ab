package amends.promise.jdbc;

import amends.customer.CustomerProfile;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.WorkingCalendar;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.promise.BrokenPromises;
import amends.promise.Promise;
import amends.promise.PromiseActs;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseDraft;
import amends.promise.PromiseMaking;
import amends.promise.PromiseMaking.Outcome.Made;
import amends.promise.PromiseOwner;
import amends.promise.PromiseReceipts;
import amends.promise.PromiseRules;
import amends.promise.PromiseRulesFile;
import amends.promise.PromiseStore;
import amends.promise.PromiseWording;
import amends.promise.PromisedTo;
import amends.promise.StoringPromiseMaking;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A database with two agents, a lead and a customer, and what makes and keeps promises in it. */
final class PromiseRows {
    static final StaffMember LI_MIN = member(1001, "李敏", Role.AGENT);
    static final StaffMember WANG_FANG = member(1002, "王芳", Role.AGENT);
    static final StaffMember ZHAO_QIAN = member(1003, "赵倩", Role.AGENT, Role.LEAD);
    static final PhoneNumber NUMBER = new PhoneNumber("+8613800138000");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final SettableTime time = new SettableTime();
    final Database database;
    final JdbcPromises promises;
    final PromiseStore store;
    final PromiseRules rules = PromiseRulesFile.shipped(WorkingCalendar.usual(SHANGHAI));
    final List<String> told = new ArrayList<>();
    final BrokenPromises broken = new BrokenPromises() {
        @Override
        public void broken(Promise promise, Instant at) {
            told.add("broken " + promise.code());
        }

        @Override
        public void keptAfterAll(Promise promise, Instant at) {
            told.add("kept " + promise.code());
        }
    };
    final PromiseMaking making;
    final PromiseActs acts;
    final UUID customer;

    /** Empties the tables that promises are in. */
    PromiseRows(Database database) {
        this.database = database;
        for (String table : List.of(
                "promise_event", "promise_course", "promise", "duty", "sms", "audit", "customer_number", "customer"))
            database.<Integer>handle(h -> h.execute("delete from " + table));
        promises = new JdbcPromises(database);
        var duties = new JdbcDuties(database);
        var staff = new JdbcStaff(database);
        for (StaffMember each : List.of(LI_MIN, WANG_FANG, ZHAO_QIAN)) staff.save(each);
        store = new PromiseStore(database, promises, duties, new JdbcSmsBook(database, duties, time), staff);
        making = new StoringPromiseMaking(
                store,
                rules,
                PromiseAuthority.ofKinds(),
                new PromiseReceipts(true, PromiseWording.ZH_CN, "云杉银行", id -> Optional.empty()));
        acts = new PromiseActs(store, rules, broken);
        customer = new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(), "王建国", List.of(NUMBER), CustomerProfile.Tier.GOLD, "上海", Optional.empty(), "", 0))
                .id();
        // A Monday morning.
        time.setWall(Instant.parse("2026-01-05T02:00:00Z"));
    }

    private static StaffMember member(int extension, String name, Role... roles) {
        return new StaffMember(new UUID(1, extension), "" + extension, name, "" + extension, Set.of(roles));
    }

    PromiseDraft draft() {
        return draft(LI_MIN, new PromiseOwner.Team("accounts"), time.now().plusSeconds(5 * 3600));
    }

    PromiseDraft draft(StaffMember maker, PromiseOwner owner, Instant due) {
        return new PromiseDraft(
                Ids.next(),
                "refund",
                "重复扣款退回",
                Optional.of(new Money(26800, Currency.getInstance("CNY"))),
                PromisedTo.customer(customer, "王建国", Optional.of(NUMBER)),
                maker,
                Optional.of(owner),
                due,
                time.now(),
                true,
                Optional.empty());
    }

    Promise made() {
        return made(draft());
    }

    Promise made(PromiseDraft draft) {
        return switch (making.make(draft)) {
            case Made(var promise, var receipt) -> promise;
            case PromiseMaking.Outcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    Promise now(Promise promise) {
        return promises.byId(promise.id()).orElseThrow();
    }
}
