package amends.app;

import amends.compensation.Form;
import amends.compensation.Grant;
import amends.compensation.Policies;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.promise.PromiseDraft;
import amends.promise.PromiseMaking;
import amends.promise.PromiseOwner;
import amends.promise.PromisedTo;
import amends.staff.Staff;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Money that was granted is promised by a day, in the transaction that grants it: somebody has to pay it. What is given
 * on the spot (points, waived fees) needs no promise.
 */
final class PaymentPromises implements Consumer<Grant> {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentPromises.class);
    /** As the bank's article has it: cash within one working day. */
    private static final Duration PAID_WITHIN = Duration.ofDays(1);

    private static final String KIND = "goodwill";
    private static final String PAYERS = "accounts";
    private final PromiseMaking making;
    private final Policies policies;
    private final Staff staff;
    private final Timekeeper time;

    PaymentPromises(PromiseMaking making, Policies policies, Staff staff, Timekeeper time) {
        this.making = making;
        this.policies = policies;
        this.staff = staff;
        this.time = time;
    }

    @Override
    public void accept(Grant grant) {
        if (grant.form() != Form.REFUND || grant.customer().isEmpty()) return;
        staff.byId(
                        grant.approvals().isEmpty()
                                ? grant.asker()
                                : grant.approvals().getLast())
                .ifPresent(maker -> promise(grant, maker));
    }

    private void promise(Grant grant, StaffMember maker) {
        PromiseMaking.Outcome first = making.make(draft(grant, maker, time.now().plus(PAID_WITHIN)));
        PromiseMaking.Outcome outcome = first instanceof PromiseMaking.Outcome.Refused refused
                        && refused.time().isPresent()
                ? making.make(draft(grant, maker, refused.time().get()))
                : first;
        if (outcome instanceof PromiseMaking.Outcome.Refused refused)
            LOG.warn("grant {}: by when it is paid could not be promised: {}", grant.id(), refused.reason());
    }

    private PromiseDraft draft(Grant grant, StaffMember maker, Instant due) {
        String what = policies.inForce()
                .option(grant.option())
                .map(o -> o.name().zhCn())
                .orElse(grant.option());
        return new PromiseDraft(
                Ids.named("payment:" + grant.id()),
                KIND,
                what,
                Optional.of(grant.value()),
                new PromisedTo(grant.customer(), "", Optional.empty(), grant.contact(), Optional.empty()),
                maker,
                Optional.of(new PromiseOwner.Team(PAYERS)),
                due,
                time.now(),
                false,
                Optional.empty());
    }
}
