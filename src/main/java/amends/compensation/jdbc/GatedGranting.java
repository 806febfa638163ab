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
import amends.kernel.jdbc.Database;
import amends.recovery.Failure;
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
    private final List<Consumer<Grant>> joining = new CopyOnWriteArrayList<>();

    public GatedGranting(Database database, GrantStore store) {
        this.database = database;
        this.store = store;
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
            // Two that ask for the same at once: the second is tried again, and finds what the first did.
            database.insertingHandle(h -> h.createQuery("select gate.ask_compensation(:id, :failures, :kind, :severity,"
                            + " :customer, :contact, :tier, :option, :words, :stated)")
                    .bind("id", wish.id())
                    .bindArray("failures", UUID.class, (Object[])
                            wish.failures().stream().map(Failure::id).toArray(UUID[]::new))
                    .bind("kind", wrong.get().kind().key())
                    .bind("severity", wrong.get().severity().name())
                    .bindByType("customer", wish.customer().orElse(null), UUID.class)
                    .bindByType("contact", wish.contact().orElse(null), UUID.class)
                    .bind("tier", wish.tier().name())
                    .bind("option", wish.option())
                    .bind("words", wish.words())
                    .bind("stated", wish.stated().map(s -> s.kind().key()).orElse(null))
                    .mapTo(String.class)
                    .one());
            Grant grant = store.ledger().byId(wish.id()).orElseThrow();
            if (grant.state().isWaiting())
                store.duties()
                        .add(new Duty(Ids.named("expire:" + grant.id()), EXPIRES, grant.id(), grant.expires(), 0));
            return told(grant);
        });
    }

    /** What it paid for is settled by the gate: whoever approves need not have looked at the customer. */
    private Result told(Grant grant) {
        return switch (grant.state()) {
            case GRANTED -> {
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
        return step(grant, "APPROVE", "");
    }

    @Override
    public Result refuse(StaffMember approver, UUID grant, String reason) {
        return reason.isBlank() ? new Result.Refused(Reason.NO_REASON) : step(grant, "REFUSE", reason);
    }

    @Override
    public Result withdraw(StaffMember asker, UUID grant) {
        return step(grant, "WITHDRAW", "");
    }

    private Result step(UUID grant, String step, String reason) {
        return refusable(() -> {
            database.handle((Handle h) -> h.createQuery("select gate.step_compensation(:id, :step, :reason)")
                    .bind("id", grant)
                    .bind("step", step)
                    .bind("reason", reason)
                    .mapTo(String.class)
                    .one());
            return told(store.ledger().byId(grant).orElseThrow());
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
        if (words.contains("it cannot be given at this hour")) return Reason.CLOSED;
        if (words.contains("it is paid for already")) return Reason.PAID_ALREADY;
        if (words.contains("approved it already")) return Reason.APPROVED_ALREADY;
        if (words.contains("own request")) return Reason.OWN_REQUEST;
        if (words.contains("beyond the authority")) return Reason.BEYOND_AUTHORITY;
        return Reason.NOT_ALLOWED;
    }
}
