package amends.compensation.jdbc;

import amends.compensation.Governing;
import amends.compensation.Grant;
import amends.compensation.GrantStore;
import amends.compensation.GrantWish;
import amends.compensation.Granting;
import amends.compensation.Wrong;
import amends.kernel.Cancellable;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.StoreRefused;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.recovery.Failure;
import amends.recovery.Settlement;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Grants by way of the database's own gate, for who signed in there: policy, authority, approvals and budget are
 * checked where nobody's own program can go around them.
 */
public final class GatedGranting implements Granting {
    private static final String EXPIRES = "expire-compensation";
    private final Database database;
    private final GrantStore store;
    private final Timekeeper time;
    private final List<Consumer<Grant>> joining = new CopyOnWriteArrayList<>();

    public GatedGranting(Database database, GrantStore store, Timekeeper time) {
        this.database = database;
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
        return refusable(() -> {
            wish.failures().forEach(store.failures()::add);
            Optional<Wrong> wrong =
                    Governing.of(store.policies().inForce(), wish.failures(), wish.stated(), wish.tier());
            if (wrong.isEmpty()) return new Result.Refused(Reason.NOT_IN_POLICY);
            UUID[] paid = paidFor(wish);
            database.handle(h -> h.createQuery("select gate.ask_compensation(:id, :failures, :kind, :severity,"
                            + " :customer, :contact, :tier, :option, :words)")
                    .bind("id", wish.id())
                    .bindArray("failures", UUID.class, (Object[]) paid)
                    .bind("kind", wrong.get().kind().key())
                    .bind("severity", wrong.get().severity().name())
                    .bindByType("customer", wish.customer().orElse(null), UUID.class)
                    .bindByType("contact", wish.contact().orElse(null), UUID.class)
                    .bind("tier", wish.tier().name())
                    .bind("option", wish.option())
                    .bind("words", wish.words())
                    .mapTo(String.class)
                    .one());
            Grant grant = store.ledger().byId(wish.id()).orElseThrow();
            if (grant.state().isWaiting())
                store.duties()
                        .add(new Duty(Ids.named("expire:" + grant.id()), EXPIRES, grant.id(), grant.expires(), 0));
            return told(grant, asker);
        });
    }

    private static UUID[] paidFor(GrantWish wish) {
        var paid = new java.util.TreeSet<UUID>();
        wish.failures().stream().map(Failure::id).forEach(paid::add);
        wish.stated()
                .ifPresent(stated -> paid.add(Ids.named(
                        "stated:" + wish.contact().or(wish::customer).orElse(wish.id()) + ":" + stated.kind())));
        return paid.toArray(UUID[]::new);
    }

    private Result told(Grant grant, StaffMember by) {
        return switch (grant.state()) {
            case GRANTED -> {
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
                yield new Result.Given(grant);
            }
            case PENDING, SECONDED ->
                new Result.Waiting(grant, grant.needed() - grant.approvals().size());
            case REFUSED, WITHDRAWN, EXPIRED -> new Result.Ended(grant);
        };
    }

    @Override
    public Result approve(StaffMember approver, UUID grant) {
        return step(approver, grant, "APPROVE", "");
    }

    @Override
    public Result refuse(StaffMember approver, UUID grant, String reason) {
        return reason.isBlank() ? new Result.Refused(Reason.NO_REASON) : step(approver, grant, "REFUSE", reason);
    }

    @Override
    public Result withdraw(StaffMember asker, UUID grant) {
        return step(asker, grant, "WITHDRAW", "");
    }

    private Result step(StaffMember who, UUID grant, String step, String reason) {
        return refusable(() -> {
            database.handle((Handle h) -> h.createQuery("select gate.step_compensation(:id, :step, :reason)")
                    .bind("id", grant)
                    .bind("step", step)
                    .bind("reason", reason)
                    .mapTo(String.class)
                    .one());
            return told(store.ledger().byId(grant).orElseThrow(), who);
        });
    }

    /** What the gate refuses undoes the whole transaction; its words say why. */
    private Result refusable(Supplier<Result> act) {
        try {
            return store.transactions().call(act);
        } catch (StoreRefused e) {
            return new Result.Refused(reason(e));
        }
    }

    private static Reason reason(StoreRefused refused) {
        String words = String.valueOf(refused.getMessage());
        if (words.contains("the budget of this period does not reach")) return Reason.NO_BUDGET;
        if (words.contains("none is left in this period")) return Reason.OUT_OF_STOCK;
        if (words.contains("there is no such failure")) return Reason.SETTLED_ALREADY;
        if (words.contains("the policy does not give this")) return Reason.NOT_IN_POLICY;
        if (words.contains("it is decided already")) return Reason.NOT_WAITING;
        if (words.contains("it is paid for already")) return Reason.PAID_ALREADY;
        if (words.contains("approved it already")) return Reason.APPROVED_ALREADY;
        if (words.contains("own request")) return Reason.OWN_REQUEST;
        if (words.contains("beyond the authority")) return Reason.BEYOND_AUTHORITY;
        return Reason.NOT_ALLOWED;
    }
}
