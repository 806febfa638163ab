package amends.readiness;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.readiness.Plans.Recipient;
import amends.sms.Outbox;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts out a plan's notices as long as it is on: so many a minute, so many in all, in its hours, and never two to one
 * number. One transaction with its duty: whoever dies, nobody is told twice.
 */
public final class PlanNotices implements DutyHandler {
    public static final String KIND = "plan-notices";
    private static final Logger LOG = LoggerFactory.getLogger(PlanNotices.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** A notice that is late by more helps nobody. */
    private static final Duration WORTH = Duration.ofHours(4);

    private final Plans plans;
    private final Outbox outbox;
    private final MayBeTold mayBeTold;
    private final Place place;
    private final Timekeeper time;

    /** @param callingCode of the country whose national prefixes are understood */
    public record Place(ZoneId zone, int callingCode) {}

    /** Whether somebody may be written to. Blocks. */
    public interface MayBeTold {
        /** @param advertises whether it advertises too, for which they must have agreed */
        boolean test(PhoneNumber number, Optional<UUID> customer, boolean advertises);
    }

    public PlanNotices(Plans plans, Outbox outbox, MayBeTold mayBeTold, Place place, Timekeeper time) {
        this.plans = plans;
        this.outbox = outbox;
        this.mayBeTold = mayBeTold;
        this.place = place;
        this.time = time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public boolean isForEver() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        UUID run = duty.subject();
        Optional<Plan> plan = plans.on().stream()
                .filter(p -> p.run().filter(run::equals).isPresent())
                .findFirst();
        if (plan.isEmpty()) return new Result.Done();
        if (plan.get().notice().isSent() && plan.get().notice().mayBeSent(time.now(), place.zone()))
            tell(run, plan.get());
        return new Result.Again(MINUTE, "the plan is on");
    }

    private void tell(UUID run, Plan plan) {
        Notice notice = plan.notice();
        int room = Math.min(notice.perMinute(), notice.most() - plans.noticesOf(run));
        if (room <= 0) return;
        List<String> prefixes = plan.match().prefixes().stream()
                .map(p -> PlanMatch.international(p, place.callingCode()))
                .toList();
        int told = 0;
        for (Recipient to : plans.recipients(run, plan, prefixes, room)) if (tell(run, notice, to)) told++;
        if (told > 0) LOG.info("plan {}: {} notices put out", plan.id(), told);
    }

    private boolean tell(UUID run, Notice notice, Recipient to) {
        UUID id = Ids.named("plan notice:" + run + ":" + to.number().e164());
        Instant now = time.now();
        boolean may =
                to.number().takesShortMessages() && mayBeTold.test(to.number(), to.customer(), notice.advertises());
        if (!plans.noticed(id, run, to, may, now) || !may) return false;
        outbox.put(new OutgoingSms(id, to.number(), notice.sent(), Purpose.NOTICE, now, now.plus(WORTH)));
        return true;
    }
}
