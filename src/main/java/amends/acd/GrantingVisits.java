package amends.acd;

import amends.kernel.Ids;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a lead may do, and that they did: the grant and its entry in the trail are one. Blocks. */
public final class GrantingVisits {
    private static final Logger LOG = LoggerFactory.getLogger(GrantingVisits.class);
    private final StaffMember lead;
    private final VisitGrants grants;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Function<String, Optional<LiveCall>> live;
    private final RandomGenerator random;
    private final Timekeeper time;

    /**
     * What is talked on at an extension.
     *
     * @param call the Call-ID there
     * @param number of the customer; may be empty
     */
    public record LiveCall(UUID agent, String call, String number) {}

    /**
     * @param live what is talked on at an extension, as the desks' common database has it; blocks
     * @param random that cannot be guessed
     */
    public GrantingVisits(
            StaffMember lead,
            VisitGrants grants,
            AuditTrail audit,
            Transactions transactions,
            Function<String, Optional<LiveCall>> live,
            RandomGenerator random,
            Timekeeper time) {
        this.lead = lead;
        this.grants = grants;
        this.audit = audit;
        this.transactions = transactions;
        this.live = live;
        this.random = random;
        this.time = time;
    }

    /** What the lead's visit is told of it. */
    VisitEvent grant(String extension, VisitMode mode) {
        if (!Permission.SUPERVISE_CALL.isGivenTo(lead)) return new VisitEvent.NotKept(VisitRefusal.NOT_PERMITTED);
        try {
            return live.apply(extension)
                    .filter(call -> !call.agent().equals(lead.id()))
                    .<VisitEvent>map(call -> new VisitEvent.Kept(kept(extension, call, mode)))
                    .orElseGet(() -> new VisitEvent.NotKept(VisitRefusal.NO_CALL));
        } catch (StoreUnavailable e) {
            LOG.warn("a visit is not granted: {}", e.getMessage());
            return new VisitEvent.NotKept(VisitRefusal.NOT_KEPT);
        }
    }

    private VisitPhase.Granted kept(String extension, LiveCall call, VisitMode mode) {
        UUID id = Ids.next();
        VisitKey key = VisitKey.fresh(random);
        Instant now = time.now();
        var grant = new VisitGrant(
                id,
                lead.id(),
                lead.extension(),
                call.agent(),
                call.call(),
                mode,
                key.proof(id),
                now,
                now.plus(VisitGrant.LIFE),
                Optional.empty(),
                Optional.empty(),
                "");
        transactions.run(() -> {
            grants.add(grant);
            audit.add(AuditEntry.of(now, lead, Permission.SUPERVISE_CALL, call.agent(), mode + " call " + call.call()));
        });
        return new VisitPhase.Granted(grant, key, extension, call.number());
    }
}
