package amends.desktop;

import amends.compensation.AuditDraw;
import amends.compensation.Auditing;
import amends.compensation.Audits;
import amends.compensation.CompensationPolicy;
import amends.compensation.FailureKind;
import amends.compensation.Governing;
import amends.compensation.Grant;
import amends.compensation.GrantCourse;
import amends.compensation.GrantStep;
import amends.compensation.GrantWish;
import amends.compensation.Granting;
import amends.compensation.Ledger;
import amends.compensation.Offering;
import amends.compensation.PastCase;
import amends.compensation.Policies;
import amends.compensation.PolicyReader;
import amends.compensation.Pot;
import amends.kernel.Cancellable;
import amends.kernel.SettableTime;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import amends.recovery.Severity;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Compensation in memory: the shipped policy, a budget half spent, and whoever asks gets what is within authority. */
public final class FakeAmending implements Ledger, Policies, Granting {
    private final SettableTime time;
    private final CompensationPolicy policy = PolicyReader.standard();
    public final Map<UUID, Grant> grants = new LinkedHashMap<>();
    public final List<CallId> given = new ArrayList<>();
    public final List<PastCase> past = new ArrayList<>();
    public boolean away;
    public Optional<DesktopPorts.Oversight> oversight = Optional.empty();

    public FakeAmending(SettableTime time) {
        this.time = time;
    }

    public DesktopPorts.Amending port() {
        var transactions = new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                if (away) throw new StoreUnavailable("away", null);
                return work.get();
            }
        };
        return new DesktopPorts.Amending(
                new Offering(transactions, this, this, time, Runnable::run),
                this,
                this,
                this::textInForce,
                (call, grant) -> given.add(call),
                oversight);
    }

    /** An audit drawn a while ago, of which two are looked into. */
    public Auditing auditing(StaffMember asker) {
        var draw = new AuditDraw(new UUID(6, 6), 0x5eedL, new UUID(1, 1003), time.now(), time.now(), time.now(), 10);
        var failure = amends.recovery.Failure.of(
                new amends.recovery.Evidence.PromiseBroken(new UUID(8, 8), time.now()),
                time.now(),
                Optional.of(new UUID(7, 1)),
                Optional.empty());
        var items = new ArrayList<Audits.Item>();
        for (int i = 0; i < 6; i++) {
            String option = i % 2 == 0 ? "cash-10" : "points-1000";
            var wish = new GrantWish(
                    new UUID(5, i),
                    List.of(failure),
                    Optional.empty(),
                    Optional.empty(),
                    amends.customer.CustomerProfile.Tier.REGULAR,
                    Optional.empty(),
                    option,
                    "");
            ask(asker, wish);
            items.add(new Audits.Item(
                    grants.remove(wish.id()),
                    i,
                    i == 0
                            ? Optional.of(Audits.Finding.IN_ORDER)
                            : i == 1 ? Optional.of(Audits.Finding.WRONG) : Optional.empty(),
                    i == 1 ? "录音里客户谢绝了补偿" : "",
                    Optional.empty()));
        }
        var audits = new Audits() {
            @Override
            public void add(AuditDraw drawn, List<Grant> list) {}

            @Override
            public List<AuditDraw> latest(int most) {
                return List.of(draw);
            }

            @Override
            public List<Item> items(UUID of) {
                return items;
            }

            @Override
            public boolean find(UUID of, UUID grant, Finding finding, String words, UUID auditor, Instant at) {
                return true;
            }
        };
        return new Auditing(
                new Transactions() {
                    @Override
                    public <T> T call(Supplier<T> work) {
                        return work.get();
                    }
                },
                audits,
                this,
                null,
                time,
                new java.util.Random(1));
    }

    /** So many cases in which this was given, with the same lift. */
    public void hasLearned(String option, String kind, Severity severity, int times, double lift) {
        for (int i = 0; i < times; i++)
            past.add(new PastCase(
                    new FailureKind(kind), severity, option, lift, OptionalDouble.empty(), Optional.empty()));
    }

    @Override
    public Result ask(StaffMember asker, GrantWish wish) {
        var wrong = Governing.of(policy, wish.failures(), wish.stated(), wish.tier())
                .orElseThrow();
        var row = policy.rowFor(wrong.kind(), wrong.severity(), wrong.tier());
        var option = policy.option(wish.option()).orElseThrow();
        if (row.isEmpty()) return new Result.Refused(Reason.NOT_IN_POLICY);
        int needed = policy.approvalsFor(asker, option.value());
        var grant = new Grant(
                wish.id(),
                wish.customer(),
                wish.contact(),
                Set.of(),
                wrong.kind(),
                wrong.severity(),
                wrong.tier(),
                policy.name(),
                row.get().key(),
                option.key(),
                option.form(),
                option.value(),
                option.cost(),
                asker.id(),
                time.now(),
                wish.words(),
                needed,
                List.of(),
                time.now().plus(policy.pendingLasts()),
                needed == 0 ? Grant.State.GRANTED : Grant.State.PENDING,
                Optional.empty(),
                "");
        grants.put(grant.id(), grant);
        return needed == 0 ? new Result.Given(grant) : new Result.Waiting(grant, needed);
    }

    private Result step(UUID id, GrantStep step) {
        return switch (GrantCourse.next(grants.get(id), step, time.now())) {
            case GrantCourse.Next.Ignored(var reason) -> new Result.Refused(reason);
            case GrantCourse.Next.Changed(var now) -> {
                grants.put(id, now);
                yield now.state() == Grant.State.GRANTED ? new Result.Given(now) : new Result.Ended(now);
            }
        };
    }

    @Override
    public Result approve(StaffMember approver, UUID grant) {
        return step(grant, new GrantStep.Approve(approver.id()));
    }

    @Override
    public Result refuse(StaffMember approver, UUID grant, String reason) {
        return step(grant, new GrantStep.Refuse(approver.id(), reason));
    }

    @Override
    public Result withdraw(StaffMember asker, UUID grant) {
        return step(grant, new GrantStep.Withdraw(asker.id()));
    }

    @Override
    public Cancellable onGranted(Consumer<Grant> listener) {
        return () -> {};
    }

    @Override
    public CompensationPolicy inForce() {
        return policy;
    }

    @Override
    public String textInForce() {
        return PolicyReader.standardText();
    }

    @Override
    public boolean install(String text, Instant now) {
        return false;
    }

    @Override
    public void add(Grant grant) {
        grants.put(grant.id(), grant);
    }

    @Override
    public boolean change(Grant now, Grant before) {
        return grants.replace(before.id(), before, now);
    }

    @Override
    public void release(UUID grant) {}

    @Override
    public List<UUID> paidAmong(Collection<UUID> failures) {
        return List.of();
    }

    @Override
    public void fill(Pot pot) {}

    @Override
    public boolean take(Pot pot, long much) {
        return true;
    }

    @Override
    public void giveBack(Pot pot, long much) {}

    @Override
    public List<Pot> pots(String period) {
        return List.of(new Pot(period, Pot.ALL, 2_000_000, 1_126_000));
    }

    @Override
    public List<PastCase> pastCases(Instant since) {
        return past;
    }

    @Override
    public Optional<Grant> byId(UUID grant) {
        return Optional.ofNullable(grants.get(grant));
    }

    @Override
    public List<Grant> ofCustomer(UUID customer, int most) {
        return List.of();
    }

    @Override
    public List<Grant> waiting(int most) {
        return grants.values().stream().filter(g -> g.state().isWaiting()).toList();
    }

    @Override
    public List<Grant> askedBy(UUID member, Instant since, int most) {
        return grants.values().stream().filter(g -> g.asker().equals(member)).toList();
    }

    @Override
    public List<Grant> given(Instant from, Instant until, int most) {
        return List.copyOf(grants.values());
    }
}
