package amends.readiness.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Duty;
import amends.kernel.DutyHandler.Result;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.readiness.CallFacts;
import amends.readiness.Notice;
import amends.readiness.Notice.Audience;
import amends.readiness.Plan;
import amends.readiness.PlanCourse.Because;
import amends.readiness.PlanMatch;
import amends.readiness.PlanNotices;
import amends.readiness.PlanRun;
import amends.readiness.PlanSwitching;
import amends.readiness.PlanSwitching.Answer;
import amends.readiness.PlanWatch;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.telephony.CallId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcPlansTest {
    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcPlans plans;
    private JdbcDuties duties;
    private JdbcSmsBook outbox;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        plans = new JdbcPlans(database);
        duties = new JdbcDuties(database);
        outbox = new JdbcSmsBook(database, duties, time);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PlanSwitching seat(Role role) {
        var member = new StaffMember(new UUID(3, 3), "1003", "赵倩", "1003", Set.of(role));
        return new PlanSwitching(
                new PlanSwitching.Store(plans, duties, new JdbcAuditTrail(database), database), member, time);
    }

    private Plan draft(Audience audience, int perMinute, int most) {
        Plan blank = seat(Role.LEAD).blank();
        return new Plan(
                blank.id(),
                "手机银行停机",
                "登录失败，预计 18:00 恢复",
                new PlanMatch(List.of(), List.of("登录"), List.of("上海"), List.of()),
                "我们已在抢修，预计 18:00 恢复。",
                "app-outage",
                "积分-500",
                new Notice(
                        "【云杉银行】手机银行登录故障，预计 18:00 恢复。",
                        false,
                        audience,
                        perMinute,
                        most,
                        LocalTime.MIN,
                        LocalTime.of(23, 59)),
                blank.state(),
                blank.run(),
                0,
                blank.changedBy(),
                blank.changed());
    }

    private Plan on(Plan draft) {
        Plan kept = ((Answer.Done) seat(Role.LEAD).write(draft)).plan();
        return ((Answer.Done) seat(Role.LEAD).switchOn(kept)).plan();
    }

    private void customer(int n, String region) {
        new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(),
                        "客户" + n,
                        List.of(new PhoneNumber("+861380013" + (8000 + n))),
                        CustomerProfile.Tier.REGULAR,
                        region,
                        Optional.empty(),
                        "",
                        0));
    }

    private Result minute(Plan plan, PlanNotices.MayBeTold may) {
        var handler = new PlanNotices(plans, outbox, may, new PlanNotices.Place(ZoneOffset.UTC, 86), time);
        Result result = database.call(
                () -> handler.carryOut(Duty.of(PlanNotices.KIND, plan.run().orElseThrow(), time.now())));
        time.pass(Duration.ofMinutes(1));
        return result;
    }

    @Test
    void a_plan_comes_back_as_it_was_written_and_survives_the_desk() {
        Plan draft = draft(Audience.CALLERS, 60, 1000);
        Plan kept = on(draft);
        Plan read = new JdbcPlans(database).on().getFirst();
        assertThat(read).isEqualTo(kept);
        assertThat(read.match()).isEqualTo(draft.match());
        assertThat(read.notice()).isEqualTo(draft.notice());
    }

    @Test
    void only_a_lead_writes_and_switches_and_nobody_overwrites_unseen() {
        Plan kept = ((Answer.Done) seat(Role.LEAD).write(draft(Audience.CALLERS, 60, 1000))).plan();
        assertThat(seat(Role.AGENT).switchOn(kept)).isEqualTo(new Answer.Refused(Because.NOT_ALLOWED));
        seat(Role.LEAD).write(kept);
        assertThat(seat(Role.LEAD).switchOn(kept)).isEqualTo(new Answer.Refused(Because.CHANGED_MEANWHILE));
    }

    @Test
    void matched_calls_are_counted_once_with_what_was_done_in_them() {
        Plan plan = on(draft(Audience.CALLERS, 60, 1000));
        try (var queue = new StoreQueue("test", 100)) {
            var watch = new PlanWatch(plans, queue, new UUID(1, 1), 86, time);
            var call = new CallId("c1");
            watch.knows(
                    call, facts -> facts.of(Optional.empty(), Optional.of(new PhoneNumber("+8613800138000")), "上海"));
            watch.read(plans.on());
            assertThat(watch.state().matches()).isEmpty();
            watch.knows(call, facts -> facts.with(List.of("登录失败")));
            watch.knows(new CallId("c2"), facts -> CallFacts.NOTHING.from("support"));
            assertThat(watch.state().matches()).containsOnlyKeys(call);
            assertThat(watch.state().matches().get(call).because()).containsExactly("登录", "上海");
            var late = new CallId("c3");
            watch.knows(late, facts -> facts.of(Optional.empty(), Optional.empty(), "上海"));
            watch.over(late);
            watch.learns(late, List.of("登录失败", "support", "上海"));
            watch.read(List.of());
            watch.read(plans.on());
            watch.knows(late, facts -> facts.of(Optional.empty(), Optional.empty(), "上海"));
            assertThat(watch.state().matches()).containsOnlyKeys(call);
            watch.answered(call);
            watch.granted(call, "something-else");
            assertThat(watch.state().matches().get(call).granted()).isFalse();
            watch.granted(call, watch.state().matches().get(call).plan().compensation());
            watch.answered(call);
            assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
        }
        var done = (Answer.Done) seat(Role.LEAD).switchOff(plan);
        assertThat(done.plan().state()).isEqualTo(Plan.State.PREPARED);
        assertThat(done.run()).hasValueSatisfying(run -> {
            assertThat(run.calls()).isEqualTo(1);
            assertThat(run.answered()).isEqualTo(1);
            assertThat(run.granted()).isEqualTo(1);
            assertThat(run.off()).isPresent();
        });
    }

    @Test
    void notices_go_out_so_many_a_minute_so_many_in_all_and_to_nobody_twice() {
        for (int n = 0; n < 9; n++) customer(n, n < 8 ? "上海 浦东" : "北京");
        Plan plan = on(draft(Audience.CUSTOMERS, 3, 5));
        for (int minute = 0; minute < 5; minute++) minute(plan, (number, who, ads) -> true);
        PlanRun run = plans.run(plan.run().orElseThrow()).orElseThrow();
        assertThat(run.notices()).isEqualTo(5);
        assertThat(plans.runs(5)).containsExactly(run);
        seat(Role.LEAD).switchOff(plan);
        assertThat(minute(plan, (number, who, ads) -> true)).isEqualTo(new Result.Done());
    }

    @Test
    void who_may_not_be_told_is_left_out_and_holds_nobody_up() {
        for (int n = 0; n < 6; n++) customer(n, "上海");
        Plan plan = on(draft(Audience.CUSTOMERS, 2, 100));
        for (int minute = 0; minute < 4; minute++)
            minute(plan, (number, who, ads) -> !number.e164().endsWith("0"));
        assertThat(plans.noticesOf(plan.run().orElseThrow())).isEqualTo(5);
    }

    @Test
    void nothing_goes_out_in_quiet_hours() {
        customer(1, "上海");
        Plan draft = draft(Audience.CUSTOMERS, 3, 5);
        LocalTime now = time.now().atZone(ZoneOffset.UTC).toLocalTime();
        var quiet = new Notice("停机", false, Audience.CUSTOMERS, 3, 5, now.plusHours(1), now.plusHours(2));
        Plan plan = on(new Plan(
                draft.id(),
                draft.title(),
                "",
                draft.match(),
                "好",
                "",
                "",
                quiet,
                draft.state(),
                draft.run(),
                0,
                draft.changedBy(),
                draft.changed()));
        minute(plan, (number, who, ads) -> true);
        assertThat(plans.noticesOf(plan.run().orElseThrow())).isZero();
    }
}
