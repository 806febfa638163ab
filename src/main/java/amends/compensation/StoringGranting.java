package amends.compensation;

import amends.compensation.Grant.State;
import amends.compensation.Pot.Taking;
import amends.kernel.Cancellable;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.Failure;
import amends.recovery.Settlement;
import amends.staff.AuditEntry;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Grants as rows: every act checks policy, authority, budget and what was paid before, where it is kept. */
public final class StoringGranting implements Granting {
    private static final Logger LOG = LoggerFactory.getLogger(StoringGranting.class);
    private static final int MOST_TRIES = 5;
    private final GrantStore store;
    private final Timekeeper time;
    /** Not subscribers: what one of them throws undoes the grant. */
    private final List<Consumer<Grant>> joining = new CopyOnWriteArrayList<>();

    public StoringGranting(GrantStore store, Timekeeper time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public Cancellable onGranted(Consumer<Grant> listener) {
        joining.add(listener);
        return () -> joining.remove(listener);
    }

    @Override
    public Result ask(StaffMember asker, GrantWish wish) {
        if (!Permission.GRANT_COMPENSATION.isGivenTo(asker)) return new Result.Refused(Reason.NOT_ALLOWED);
        return store.transactions()
                .call(() -> store.ledger()
                        .byId(wish.id())
                        .map(StoringGranting::standing)
                        .orElseGet(() -> asked(asker, wish)));
    }

    private static Result standing(Grant grant) {
        return switch (grant.state()) {
            case GRANTED -> new Result.Given(grant);
            case PENDING, SECONDED ->
                new Result.Waiting(grant, grant.needed() - grant.approvals().size());
            case REFUSED, WITHDRAWN, EXPIRED -> new Result.Ended(grant);
        };
    }

    private Result asked(StaffMember asker, GrantWish wish) {
        wish.failures().forEach(store.failures()::add);
        List<Failure> failures = wish.failures().stream()
                .flatMap(f -> store.failures().byId(f.id()).stream())
                .map(kept -> kept.failure())
                .filter(Failure::isOpen)
                .toList();
        if (failures.size() < wish.failures().size()) return new Result.Refused(Reason.SETTLED_ALREADY);
        CompensationPolicy policy = store.policies().inForce();
        Optional<Wrong> wrong = Governing.of(policy, failures, wish.stated(), wish.tier());
        Optional<PolicyRow> row = wrong.flatMap(w -> policy.rowFor(w.kind(), w.severity(), w.tier()));
        Optional<Option> option = row.stream()
                .flatMap(r -> r.fitting().stream())
                .filter(o -> o.key().equals(wish.option()))
                .findFirst();
        if (option.isEmpty() || wish.stated().filter(s -> s.kind().isSeen()).isPresent())
            return new Result.Refused(Reason.NOT_IN_POLICY);
        Instant now = time.now();
        Set<UUID> paid = paidFor(wish, failures, policy, now);
        if (!store.ledger().paidAmong(paid).isEmpty()) return new Result.Refused(Reason.PAID_ALREADY);
        if (!option.get().feasibility().isOpen(now, policy.budget().zone())) return new Result.Refused(Reason.CLOSED);
        return kept(asker, grant(asker, wish, policy, wrong.get(), row.get(), option.get(), paid, now), policy);
    }

    private static Set<UUID> paidFor(GrantWish wish, List<Failure> failures, CompensationPolicy policy, Instant now) {
        var paid = new TreeSet<UUID>();
        failures.forEach(f -> paid.add(f.id()));
        wish.stated()
                .ifPresent(stated -> paid.add(StatedOnce.id(
                        wish, stated.kind(), now.atZone(policy.budget().zone()).toLocalDate())));
        return paid;
    }

    private static Grant grant(
            StaffMember asker,
            GrantWish wish,
            CompensationPolicy policy,
            Wrong wrong,
            PolicyRow row,
            Option option,
            Set<UUID> paid,
            Instant now) {
        int needed = policy.approvalsFor(asker, option.value());
        return new Grant(
                wish.id(),
                wish.customer(),
                wish.contact(),
                paid,
                wrong.kind(),
                wrong.severity(),
                wrong.tier(),
                policy.name(),
                row.key(),
                option.key(),
                option.form(),
                option.value(),
                option.cost(),
                asker.id(),
                now,
                wish.words(),
                needed,
                List.of(),
                now.plus(policy.pendingLasts()),
                needed == 0 ? State.GRANTED : State.PENDING,
                needed == 0 ? Optional.of(now) : Optional.empty(),
                "");
    }

    private Result kept(StaffMember asker, Grant grant, CompensationPolicy policy) {
        if (grant.state() == State.GRANTED) {
            Optional<Reason> lacking = spend(policy, grant);
            if (lacking.isPresent()) return new Result.Refused(lacking.get());
        }
        store.ledger().add(grant);
        enter(asker, Permission.GRANT_COMPENSATION, grant, "asked");
        if (grant.state() == State.GRANTED) given(grant, asker);
        else
            store.duties()
                    .add(new Duty(Ids.named("expire:" + grant.id()), GrantExpiry.KIND, grant.id(), grant.expires(), 0));
        return standing(grant);
    }

    /** Takes what it costs from every pot that it concerns, or from none. @return why it could not */
    private Optional<Reason> spend(CompensationPolicy policy, Grant grant) {
        var taken = new ArrayList<Taking>();
        for (Taking each : Pot.takings(policy, grant.row(), grant.option(), grant.cost(), time.now())) {
            store.ledger().fill(each.pot());
            if (!store.ledger().take(each.pot(), each.much())) {
                taken.forEach(t -> store.ledger().giveBack(t.pot(), t.much()));
                return Optional.of(each.otherwise());
            }
            taken.add(each);
        }
        return Optional.empty();
    }

    private void given(Grant grant, StaffMember by) {
        store.failures()
                .settle(
                        grant.failures(),
                        new Settlement(
                                Settlement.Means.PUT_RIGHT,
                                by.id(),
                                time.now(),
                                grant.contact(),
                                "compensation: " + grant.option()));
        joining.forEach(joined -> joined.accept(grant));
    }

    private void enter(StaffMember who, Permission act, Grant grant, String what) {
        store.audit()
                .add(AuditEntry.of(
                        time.now(), who, act, grant.id(), what + " " + grant.option() + " " + grant.value()));
    }

    @Override
    public Result approve(StaffMember approver, UUID id) {
        if (!Permission.APPROVE_COMPENSATION.isGivenTo(approver)) return new Result.Refused(Reason.NOT_ALLOWED);
        return stepped(id, approver, new GrantStep.Approve(approver.id()), "approved");
    }

    @Override
    public Result refuse(StaffMember approver, UUID id, String reason) {
        if (!Permission.APPROVE_COMPENSATION.isGivenTo(approver)) return new Result.Refused(Reason.NOT_ALLOWED);
        return stepped(id, approver, new GrantStep.Refuse(approver.id(), reason), "refused");
    }

    @Override
    public Result withdraw(StaffMember asker, UUID id) {
        return stepped(id, asker, new GrantStep.Withdraw(asker.id()), "withdrew");
    }

    private Result stepped(UUID id, StaffMember who, GrantStep step, String what) {
        return store.transactions().call(() -> {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Optional<Grant> found = store.ledger().byId(id);
                if (found.isEmpty()) return new Result.Refused(Reason.NOT_WAITING);
                Optional<Result> result = tried(found.get(), who, step, what);
                if (result.isPresent()) return result.get();
            }
            return new Result.Refused(Reason.NOT_WAITING);
        });
    }

    /** @return empty when the grant was changed by another meanwhile */
    private Optional<Result> tried(Grant before, StaffMember who, GrantStep step, String what) {
        switch (GrantCourse.next(before, step, time.now())) {
            case GrantCourse.Next.Ignored(var reason) -> {
                LOG.info(
                        "grant {}: {} is ignored: {}",
                        before.id(),
                        step.getClass().getSimpleName(),
                        reason);
                return Optional.of(new Result.Refused(reason));
            }
            case GrantCourse.Next.Changed(var now) -> {
                CompensationPolicy policy = store.policies().inForce();
                if (step instanceof GrantStep.Approve
                        && before.needed() == 1
                        && before.value().compareTo(policy.authorityOf(who)) > 0)
                    return Optional.of(new Result.Refused(Reason.BEYOND_AUTHORITY));
                if (!store.ledger().change(now, before)) return Optional.empty();
                if (now.state() == State.GRANTED) {
                    Optional<Reason> lacking = spend(policy, now);
                    if (lacking.isPresent()) {
                        // Nothing of it is kept: it waits as before.
                        store.ledger().change(before, now);
                        return Optional.of(new Result.Refused(lacking.get()));
                    }
                }
                boolean asked = step instanceof GrantStep.Withdraw;
                enter(who, asked ? Permission.GRANT_COMPENSATION : Permission.APPROVE_COMPENSATION, now, what);
                if (now.state() == State.GRANTED) given(now, who);
                else if (!now.state().isWaiting()) store.ledger().release(now.id());
                return Optional.of(standing(now));
            }
        }
    }
}
