package amends.promise.jdbc;

import static amends.promise.jdbc.PromiseRows.LI_MIN;
import static amends.promise.jdbc.PromiseRows.WANG_FANG;
import static amends.promise.jdbc.PromiseRows.ZHAO_QIAN;
import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.promise.LoggingPromiseGate;
import amends.promise.Promise;
import amends.promise.Promise.State;
import amends.promise.PromiseActs.Outcome;
import amends.promise.PromiseActs.Reason;
import amends.promise.PromiseClock;
import amends.promise.PromiseEvent;
import amends.promise.PromiseEvent.Act;
import amends.promise.PromiseGate.Answer;
import amends.promise.PromiseMaking;
import amends.promise.PromiseOwner;
import amends.promise.PromiseRefusal;
import amends.promise.PromiseStep;
import amends.promise.PromiseTally;
import amends.promise.PromisedTo;
import amends.staff.AuditEntry;
import amends.staff.Nobody;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Promises as rows, what is done to them, and what happens by the clock. */
@OnEachEngine
class JdbcPromisesTest {
    @TempDir
    static Path folder;

    private static Database database;
    private PromiseRows rows;

    @Parameter
    TestEngine engine;

    @BeforeParameterizedClassInvocation
    static void open(TestEngine engine) {
        database = engine.open(folder);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        rows = new PromiseRows(database);
    }

    private Outcome does(StaffMember who, Promise promise, PromiseStep step) {
        return rows.acts.step(Ids.next(), promise.id(), who, step);
    }

    private void happens(Promise promise, String kind, Instant planned) {
        DutyHandler handler = PromiseClock.handlers(rows.store, rows.broken, rows.time).stream()
                .filter(h -> h.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        database.run(() -> assertThat(handler.carryOut(new Duty(Ids.next(), kind, promise.id(), planned, 1)))
                .isInstanceOf(DutyHandler.Result.Done.class));
    }

    private void fallsDue(Promise promise) {
        happens(promise, "promise-falls-due", promise.due());
    }

    private List<Act> acts(Promise promise) {
        return rows.promises.eventsOf(promise.id()).stream()
                .map(PromiseEvent::act)
                .toList();
    }

    private long duties(Promise promise) {
        return database.handle(h -> h.select("select count(*) from duty where subject = ?", promise.id())
                .mapTo(Long.class)
                .one());
    }

    @Test
    void a_promise_is_read_as_it_was_made() {
        Promise promise = rows.made();
        assertThat(rows.now(promise)).isEqualTo(promise);
        assertThat(rows.promises.byCode(promise.code())).contains(promise);
        assertThat(rows.promises.ofCustomer(rows.customer, 5)).containsExactly(promise);
        assertThat(acts(promise)).containsExactly(Act.MADE);
        assertThat(duties(promise)).isEqualTo(2);
    }

    @Test
    void made_twice_it_is_one_with_one_receipt() {
        var draft = rows.draft();
        Promise first = rows.made(draft);
        assertThat(rows.made(draft)).isEqualTo(first);
        assertThat(duties(first)).isEqualTo(2);
        assertThat(database.<List<String>>handle(h ->
                        h.select("select content from sms").mapTo(String.class).list()))
                .singleElement()
                .asString()
                .isEqualTo("【云杉银行】我们承诺：退款 ¥268.00 重复扣款退回，1月5日15:00前办好。编号" + first.code() + "，来电报编号即可查询。")
                .hasSizeLessThanOrEqualTo(70);
    }

    @Test
    void an_owner_who_does_not_work_here_owns_nothing() {
        var draft = rows.draft(
                LI_MIN, new PromiseOwner.Person(new UUID(9, 9)), rows.time.now().plusSeconds(9000));
        assertThat(rows.making.make(draft))
                .isInstanceOfSatisfying(
                        PromiseMaking.Outcome.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(PromiseRefusal.NOBODY_OWNS));
        assertThat(rows.promises.byId(draft.id())).isEmpty();
        assertThat(database.<Long>handle(h ->
                        h.select("select count(*) from duty").mapTo(Long.class).one()))
                .isZero();
    }

    @Test
    void nothing_is_kept_when_the_callers_transaction_fails() {
        var draft = rows.draft();
        try {
            database.run(() -> {
                rows.making.make(draft);
                throw new IllegalStateException("the cause was not kept");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the cause was not kept");
        }
        assertThat(rows.promises.byId(draft.id())).isEmpty();
    }

    @Test
    void promises_made_at_many_desks_at_once_have_codes_of_their_own() throws Exception {
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Promise>> all = java.util.stream.IntStream.range(0, 60)
                    .mapToObj(i -> desks.submit(() -> rows.made()))
                    .toList();
            var codes = new java.util.HashSet<String>();
            for (Future<Promise> each : all) codes.add(each.get().code());
            assertThat(codes).hasSize(60);
        }
    }

    @Test
    void mine_are_those_i_keep_and_those_i_gave_for_a_department() {
        Instant due = rows.time.now().plusSeconds(4 * 3600);
        Promise department = rows.made();
        Promise own = rows.made(rows.draft(LI_MIN, new PromiseOwner.Person(LI_MIN.id()), due));
        rows.made(rows.draft(LI_MIN, new PromiseOwner.Person(WANG_FANG.id()), due));
        assertThat(rows.promises.openOf(LI_MIN.id(), 9)).containsExactly(own, department);
        assertThat(rows.promises.openOf(LI_MIN.id(), 1)).containsExactly(own);
        assertThat(rows.promises.open(9)).hasSize(3);
    }

    @Test
    void kept_in_time_it_leaves_the_list_and_tells_how_long_it_took() {
        Promise promise = rows.made();
        rows.time.pass(Duration.ofHours(2));
        assertThat(does(LI_MIN, promise, new PromiseStep.Keep(rows.time.now()))).isInstanceOf(Outcome.Done.class);
        assertThat(rows.now(promise).state()).isEqualTo(State.KEPT);
        assertThat(rows.promises.openOf(LI_MIN.id(), 9)).isEmpty();
        assertThat(rows.promises.past("refund", Optional.of("accounts"), 9))
                .singleElement()
                .satisfies(past -> {
                    assertThat(past.kept()).isTrue();
                    assertThat(Duration.between(past.made(), past.ended().orElseThrow()))
                            .isEqualTo(Duration.ofHours(2));
                });
        assertThat(rows.told).isEmpty();
    }

    @Test
    void falling_due_it_is_overdue_once_and_owed_once() {
        Promise promise = rows.made();
        rows.time.setWall(promise.due().plusSeconds(1));
        fallsDue(promise);
        fallsDue(promise);
        assertThat(rows.now(promise).state()).isEqualTo(State.OVERDUE);
        assertThat(acts(promise)).containsExactly(Act.MADE, Act.FELL_DUE);
        assertThat(rows.told).containsExactly("broken " + promise.code());
        assertThat(rows.promises.overdue(rows.time.now(), 9)).hasSize(1);
    }

    @Test
    void what_happens_well_after_its_time_is_marked_late() {
        Promise promise = rows.made();
        rows.time.setWall(promise.due().plus(Duration.ofHours(1)));
        happens(promise, "promise-reminds", promise.remind());
        fallsDue(promise);
        assertThat(rows.promises.eventsOf(promise.id()).stream().filter(PromiseEvent::late))
                .extracting(PromiseEvent::act)
                .containsExactlyInAnyOrder(Act.REMINDED, Act.FELL_DUE);
    }

    @Test
    void kept_before_its_time_and_told_after_it_was_overdue_it_was_kept() {
        Promise promise = rows.made();
        rows.time.setWall(promise.due().plusSeconds(5));
        fallsDue(promise);
        does(LI_MIN, promise, new PromiseStep.Keep(promise.due().minusSeconds(60)));
        assertThat(rows.now(promise).state()).isEqualTo(State.KEPT);
        assertThat(rows.told).containsExactly("broken " + promise.code(), "kept " + promise.code());
    }

    @Test
    void kept_before_it_fell_due_nothing_happens_by_the_clock() {
        Promise promise = rows.made();
        does(LI_MIN, promise, new PromiseStep.Keep(rows.time.now()));
        rows.time.setWall(promise.due().plusSeconds(5));
        happens(promise, "promise-reminds", promise.remind());
        fallsDue(promise);
        assertThat(acts(promise)).containsExactly(Act.MADE, Act.KEPT);
        assertThat(rows.told).isEmpty();
    }

    @Test
    void the_same_act_told_twice_is_done_once() {
        Promise promise = rows.made();
        UUID act = Ids.next();
        var step = new PromiseStep.Keep(rows.time.now());
        rows.acts.step(act, promise.id(), LI_MIN, step);
        assertThat(rows.acts.step(act, promise.id(), LI_MIN, step)).isInstanceOf(Outcome.Done.class);
        assertThat(acts(promise)).containsExactly(Act.MADE, Act.KEPT);
    }

    @Test
    void a_colleague_does_not_touch_it_and_a_lead_does() {
        Promise promise = rows.made();
        var step = new PromiseStep.Keep(rows.time.now());
        assertThat(does(WANG_FANG, promise, step)).isEqualTo(new Outcome.Refused(Reason.NOT_YOURS));
        assertThat(does(ZHAO_QIAN, promise, step)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void handed_over_it_is_on_anothers_list_with_the_reason() {
        Promise promise = rows.made();
        var hand = new PromiseStep.HandOver(rows.time.now(), new PromiseOwner.Person(WANG_FANG.id()), "明天休假");
        assertThat(does(LI_MIN, promise, hand)).isInstanceOf(Outcome.Done.class);
        assertThat(rows.promises.openOf(LI_MIN.id(), 9)).isEmpty();
        assertThat(rows.promises.openOf(WANG_FANG.id(), 9)).hasSize(1);
        assertThat(rows.promises.eventsOf(promise.id()).getLast().words()).isEqualTo("明天休假");
        assertThat(does(
                        LI_MIN,
                        promise,
                        new PromiseStep.HandOver(rows.time.now(), new PromiseOwner.Team("nobody"), "")))
                .isEqualTo(new Outcome.Refused(Reason.NOBODY_OWNS));
    }

    @Test
    void two_who_say_it_at_once_say_it_once() throws Exception {
        Promise promise = rows.made();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var keep = both.submit(() -> does(LI_MIN, promise, new PromiseStep.Keep(rows.time.now())));
            var give = both.submit(() -> does(ZHAO_QIAN, promise, new PromiseStep.Break(rows.time.now(), "做不到")));
            int done = 0;
            for (var each : List.of(keep, give)) {
                try {
                    if (each.get() instanceof Outcome.Done) done++;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(amends.kernel.StoreUnavailable.class);
                }
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(acts(promise)).hasSize(2);
    }

    @Test
    void what_became_of_them_is_counted_by_who_kept_them() {
        Instant due = rows.time.now().plusSeconds(4 * 3600);
        var mine = new PromiseOwner.Person(LI_MIN.id());
        Promise kept = rows.made(rows.draft(LI_MIN, mine, due));
        Promise late = rows.made(rows.draft(LI_MIN, mine, due));
        Promise broken = rows.made(rows.draft(LI_MIN, mine, due));
        Promise overdue = rows.made(rows.draft(LI_MIN, mine, due));
        Promise withdrawn = rows.made(rows.draft(LI_MIN, mine, due));
        rows.made();
        does(LI_MIN, kept, new PromiseStep.Keep(rows.time.now()));
        does(LI_MIN, late, new PromiseStep.Keep(due.plusSeconds(60)));
        does(LI_MIN, broken, new PromiseStep.Break(rows.time.now(), "系统不支持"));
        does(LI_MIN, withdrawn, new PromiseStep.Withdraw(rows.time.now(), "客户来电说不用了"));
        Instant now = due.plusSeconds(600);
        assertThat(rows.promises.tallies(rows.time.now(), rows.time.now().plus(Duration.ofDays(1)), now))
                .containsExactlyInAnyOrder(
                        new PromiseTally(mine, 1, 1, 1, 1, 1, 0),
                        new PromiseTally(new PromiseOwner.Team("accounts"), 0, 0, 0, 0, 0, 1));
        assertThat(rows.now(overdue).isOverdue(now)).isTrue();
    }

    @Test
    void found_by_its_code_it_was_looked_at() {
        Promise promise = rows.made();
        var audit = new JdbcAuditTrail(database);
        var gate = new LoggingPromiseGate(rows.promises, audit, database, new Nobody(() -> "secret"), rows.time);
        assertThat(gate.find(" " + promise.code().toLowerCase() + " ", WANG_FANG))
                .isInstanceOfSatisfying(
                        Answer.Found.class, f -> assertThat(f.promise()).isEqualTo(promise));
        assertThat(audit.about(rows.customer, 5))
                .extracting(AuditEntry::who, AuditEntry::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(WANG_FANG.id(), "promise " + promise.code()));
        assertThat(gate.find("?!", WANG_FANG)).isInstanceOf(Answer.NoCode.class);
    }

    @Test
    void who_tries_codes_is_stopped() {
        var gate = new LoggingPromiseGate(
                rows.promises, new JdbcAuditTrail(database), database, new Nobody(() -> "secret"), rows.time);
        for (int i = 0; i < 60; i++)
            assertThat(gate.find("CDF" + "CDFGH".charAt(i % 5), WANG_FANG)).isNotNull();
        assertThat(gate.find(rows.made().code(), WANG_FANG)).isInstanceOf(Answer.TooManyLooks.class);
    }

    @Test
    void what_was_promised_to_a_number_becomes_its_customers() {
        var to = new PromisedTo(
                Optional.empty(),
                "",
                Optional.of(new PhoneNumber("+8613900139000")),
                Optional.empty(),
                Optional.empty());
        var draft = rows.draft();
        Promise promise = rows.made(new amends.promise.PromiseDraft(
                draft.id(),
                draft.kind(),
                draft.what(),
                draft.amount(),
                to,
                LI_MIN,
                draft.owner(),
                draft.due(),
                draft.at(),
                false,
                Optional.empty()));
        assertThat(rows.promises.ofNumber(to.number().orElseThrow(), 5)).containsExactly(promise);
        rows.promises.adopt(rows.customer, List.of(to.number().orElseThrow()));
        assertThat(rows.promises.ofCustomer(rows.customer, 5)).hasSize(1);
    }
}
