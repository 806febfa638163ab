package amends.desktop;

import amends.care.Candidate.Pool;
import amends.care.CareCall;
import amends.care.CareCall.State;
import amends.care.CareCalls;
import amends.care.CareDesk;
import amends.care.CareDraw;
import amends.care.FairDraw.Lot;
import amends.care.Leaving;
import amends.care.LeavingList;
import amends.care.LeavingOdds.Reason;
import amends.care.Sign;
import amends.kernel.Cancellable;
import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.PhoneNumber;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.readiness.Notice;
import amends.readiness.Notice.Audience;
import amends.readiness.Plan;
import amends.readiness.PlanCall;
import amends.readiness.PlanFeed;
import amends.readiness.PlanMatch;
import amends.readiness.PlanRun;
import amends.readiness.PlanSwitching;
import amends.readiness.PlanWatch;
import amends.readiness.Plans;
import amends.recovery.OldAndNew;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Calls of care, who is likely to leave, and contingency plans, in memory. */
public final class FakeAhead implements CareCalls, LeavingList, Plans, PlanFeed {
    public final List<CareCall> calls = new ArrayList<>();
    public final List<Leaving> leaving = new ArrayList<>();
    public final List<Plan> plans = new ArrayList<>();
    public final List<PlanRun> runs = new ArrayList<>();
    public Optional<CareDraw> draw = Optional.empty();
    public boolean asLead;
    private final Map<CallId, PlanWatch.Match> matches = new HashMap<>();
    private final Subscribers<PlanWatch.State> subscribers = new Subscribers<>();

    public DesktopPorts.Ahead port(Timekeeper time, StaffMember member) {
        Set<Role> roles = asLead ? Set.of(Role.AGENT, Role.LEAD) : member.roles();
        var seat = new StaffMember(member.id(), member.login(), member.name(), member.extension(), roles);
        var transactions = new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                return work.get();
            }
        };
        var audit = new Trail();
        return new DesktopPorts.Ahead(
                new CareDesk(new CareDesk.Store(this, this, audit, transactions), seat, time),
                new PlanSwitching(new PlanSwitching.Store(this, new NoDuties(), audit, transactions), seat, time),
                this,
                answer -> Optional.of(new OldAndNew("退款 3 个工作日内到账。", "退款 5 个工作日内到账，跨行多 1 天。")));
    }

    /** A morning after the mobile bank was out of order. */
    public void isAnOrdinaryMorning(Instant now) {
        draw = Optional.of(new CareDraw(new UUID(20, 1), now.minusSeconds(1500), 77_231_954_410L, 20, .7, 43, 26, 6));
        care(now, 1, "赵敏", 13.4, 1, Pool.QUIET);
        care(now, 2, "孙丽娟", 10.2, .82, Pool.QUIET);
        care(now, 3, "陈国强", 9.0, .72, Pool.QUIET);
        care(now, 4, "Margaret O’Connor", 7.5, .31, Pool.OTHERS);
        care(now, 5, "周海涛", 4.1, .33, Pool.QUIET);
        care(now, 6, "吴桂芳", 3.0, .12, Pool.OTHERS);
        CareCall taken = calls.get(1);
        calls.set(1, at(taken, State.TAKEN, new UUID(1, 1002), now.plusSeconds(900), 0));
        calls.set(4, at(calls.get(4), State.WAITING, null, now.plus(Duration.ofHours(20)), 1));
        leaving(now, 31, "郑文博", .58, 14.2, Sign.SCORE_LOW, Sign.SILENT, Sign.WORD_BROKEN);
        leaving(now, 7, "王建国", .42, 10.8, Sign.OWED, Sign.SCORE_FELL, Sign.FAILED_OFTEN);
        leaving(now, 33, "刘晓燕", .29, 6.3, Sign.SILENT, Sign.OWED);
        preparedPlans(now);
    }

    private void care(Instant now, int n, String name, double weight, double chance, Pool pool) {
        calls.add(new CareCall(
                new UUID(21, n),
                new UUID(20, 1),
                new UUID(22, n),
                name,
                new PhoneNumber("+8613900139%03d".formatted(n * 37)),
                weight,
                chance,
                pool,
                State.WAITING,
                Optional.empty(),
                Optional.empty(),
                0,
                now.minusSeconds(1500),
                Optional.empty(),
                ""));
    }

    /** Whoever has it until then. */
    public void isTaken(int call, UUID by, Instant until) {
        calls.set(call, at(calls.get(call), State.TAKEN, by, until, 0));
    }

    private static CareCall at(CareCall c, State state, UUID by, Instant when, int tries) {
        return new CareCall(
                c.id(),
                c.draw(),
                c.customer(),
                c.name(),
                c.number(),
                c.weight(),
                c.chance(),
                c.pool(),
                state,
                Optional.ofNullable(by),
                Optional.ofNullable(by).map(b -> when),
                tries,
                by == null ? when : c.notBefore(),
                Optional.empty(),
                "");
    }

    private void leaving(Instant now, int n, String name, double chance, double owed, Sign... signs) {
        var reasons = new ArrayList<Reason>();
        for (Sign sign : signs) reasons.add(new Reason(sign, 1.0 - reasons.size() * .2));
        leaving.add(new Leaving(n == 7 ? new UUID(7, 1) : new UUID(23, n), name, chance, owed, reasons, now));
    }

    private void preparedPlans(Instant now) {
        plan(now, 1, "手机银行停机", "登录失败，技术部在抢修，预计 18:00 恢复。", Plan.State.ON);
        plan(now, 2, "信用卡重复扣款", "夜间批量重跑，部分还款扣了两次。", Plan.State.PREPARED);
        plan(now, 3, "网点停电", "浦东两家网点停业一天。", Plan.State.PREPARED);
        runs.add(new PlanRun(
                new UUID(25, 1),
                new UUID(24, 1),
                "手机银行停机",
                now.minusSeconds(2520),
                Optional.empty(),
                86,
                71,
                12,
                78,
                76,
                2));
        runs.add(new PlanRun(
                new UUID(25, 2),
                new UUID(24, 2),
                "信用卡重复扣款",
                now.minus(Duration.ofDays(9)),
                Optional.of(now.minus(Duration.ofDays(9)).plusSeconds(20_400)),
                312,
                290,
                64,
                1000,
                981,
                19));
    }

    private void plan(Instant now, int n, String title, String happened, Plan.State state) {
        plans.add(new Plan(
                new UUID(24, n),
                title,
                happened,
                new PlanMatch(List.of("support"), List.of("登录", "手机银行"), List.of("上海", "江苏"), List.of("021")),
                "手机银行暂时登不上，我们已在抢修，预计 18:00 恢复；急用可以走网上银行，手续费全免。",
                "app-login-outage",
                "points-500",
                new Notice(
                        "【云杉银行】手机银行登录故障，预计今天18:00恢复，网上银行可正常使用，给您添麻烦了。",
                        false,
                        Audience.CALLERS,
                        60,
                        2000,
                        LocalTime.of(8, 0),
                        LocalTime.of(21, 0)),
                state,
                state == Plan.State.ON ? Optional.of(new UUID(25, n)) : Optional.empty(),
                3,
                new UUID(1, 1003),
                now));
    }

    /** A call is one of those the first plan is for. */
    public void matches(CallId call) {
        matches.put(call, new PlanWatch.Match(call, plans.getFirst(), List.of("support", "上海"), false, false));
        subscribers.publish(state());
    }

    @Override
    public void keep(CareDraw kept, List<Lot> lots, List<CareCall> made) {
        draw = Optional.of(kept);
        calls.addAll(made);
    }

    @Override
    public Optional<CareDraw> latestDraw() {
        return draw;
    }

    @Override
    public Optional<CareCall> careCall(UUID id) {
        return calls.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    @Override
    public List<CareCall> open(int most) {
        return calls.stream().filter(CareCall::isOpen).toList();
    }

    @Override
    public boolean change(CareCall before, CareCall now, Instant at) {
        return calls.remove(before) && calls.add(now);
    }

    @Override
    public List<Lot> lotsOf(UUID of) {
        return List.of();
    }

    @Override
    public void replace(List<Leaving> all) {
        leaving.clear();
        leaving.addAll(all);
    }

    @Override
    public List<Leaving> likeliest(int most) {
        return List.copyOf(leaving);
    }

    @Override
    public Optional<Leaving> of(UUID customer) {
        return leaving.stream().filter(l -> l.customer().equals(customer)).findFirst();
    }

    @Override
    public List<Plan> all() {
        return List.copyOf(plans);
    }

    @Override
    public List<Plan> on() {
        return plans.stream().filter(Plan::isOn).toList();
    }

    @Override
    public Optional<Plan> byId(UUID id) {
        return plans.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Plan> save(Plan plan) {
        plans.removeIf(p -> p.id().equals(plan.id()));
        plans.addFirst(new Plan(
                plan.id(),
                plan.title(),
                plan.happened(),
                plan.match(),
                plan.answer(),
                plan.article(),
                plan.compensation(),
                plan.notice(),
                plan.state(),
                plan.run(),
                plan.version() + 1,
                plan.changedBy(),
                plan.changed()));
        subscribers.publish(state());
        return Optional.of(plans.getFirst());
    }

    @Override
    public void began(UUID run, UUID plan, UUID by, Instant at) {
        runs.addFirst(new PlanRun(run, plan, byId(plan).orElseThrow().title(), at, Optional.empty(), 0, 0, 0, 0, 0, 0));
    }

    @Override
    public void ended(UUID run, UUID by, Instant at) {}

    @Override
    public List<PlanRun> runs(int most) {
        return List.copyOf(runs);
    }

    @Override
    public Optional<PlanRun> run(UUID run) {
        return runs.stream().filter(r -> r.id().equals(run)).findFirst();
    }

    @Override
    public void matched(PlanCall call) {}

    @Override
    public void answered(UUID planCall, Instant at) {}

    @Override
    public void granted(UUID planCall, Instant at) {}

    @Override
    public int noticesOf(UUID run) {
        return 0;
    }

    @Override
    public List<Recipient> recipients(UUID run, Plan plan, List<String> prefixes, int most) {
        return List.of();
    }

    @Override
    public boolean noticed(UUID notice, UUID run, Recipient to, boolean told, Instant at) {
        return true;
    }

    @Override
    public PlanWatch.State state() {
        return new PlanWatch.State(on(), matches);
    }

    @Override
    public Cancellable onState(Consumer<PlanWatch.State> listener) {
        return subscribers.add(listener);
    }

    @Override
    public void answered(CallId call) {
        matches.computeIfPresent(call, (c, m) -> new PlanWatch.Match(c, m.plan(), m.because(), true, m.granted()));
        subscribers.publish(state());
    }

    /** As if what the plan prepared had been granted. */
    public void granted(CallId call) {
        matches.computeIfPresent(call, (c, m) -> new PlanWatch.Match(c, m.plan(), m.because(), m.answered(), true));
        subscribers.publish(state());
    }

    private static final class Trail implements AuditTrail {
        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public void add(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public boolean has(UUID entry) {
            return entries.stream().anyMatch(e -> e.id().equals(entry));
        }

        @Override
        public int actsSince(UUID member, java.util.Set<amends.staff.Permission> acts, Instant since) {
            return 0;
        }

        @Override
        public List<AuditEntry> about(UUID whom, int most) {
            return List.copyOf(entries);
        }

        @Override
        public List<AuditEntry> latest(int most) {
            return List.copyOf(entries);
        }
    }

    private static final class NoDuties implements Duties {
        @Override
        public void add(Duty duty) {}

        @Override
        public List<Duty> lease(String holder, Set<String> kinds, Duration leaseTime, int most) {
            return List.of();
        }

        @Override
        public boolean renew(UUID duty, String holder, Duration leaseTime) {
            return false;
        }

        @Override
        public boolean done(UUID duty, String holder) {
            return false;
        }

        @Override
        public boolean again(UUID duty, String holder, Instant at, String reason) {
            return false;
        }

        @Override
        public boolean givenUp(UUID duty, String holder, String reason) {
            return false;
        }
    }
}
