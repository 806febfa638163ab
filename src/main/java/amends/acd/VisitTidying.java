package amends.acd;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/** Every night: grants that are older than anybody asks about go. Until then they are the trail of who was in whose call. */
public final class VisitTidying implements DutyHandler {
    static final String KIND = "tidy visits";
    /** A year, and time to have looked at it. */
    public static final Duration KEPT = Duration.ofDays(400);

    private static final LocalTime AT = LocalTime.of(3, 50);
    private final VisitGrants grants;
    private final Duties duties;
    private final Transactions transactions;
    private final ZoneId zone;
    private final Timekeeper time;

    public VisitTidying(VisitGrants grants, Duties duties, Transactions transactions, ZoneId zone, Timekeeper time) {
        this.grants = grants;
        this.duties = duties;
        this.transactions = transactions;
        this.zone = zone;
        this.time = time;
    }

    /** Blocks. Makes sure that there is a next night; as often as wanted. */
    public void begin() {
        duties.add(next(time.now()));
    }

    private Duty next(Instant after) {
        LocalDate night = after.atZone(zone).toLocalDate();
        Instant due = night.atTime(AT).atZone(zone).toInstant();
        if (!due.isAfter(after)) due = night.plusDays(1).atTime(AT).atZone(zone).toInstant();
        UUID id = Ids.named(KIND + " " + due);
        return new Duty(id, KIND, id, due, 0);
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
    public Result carryOut(Duty duty) {
        transactions.run(() -> {
            grants.forget(time.now().minus(KEPT));
            duties.add(next(time.now()));
        });
        return new Result.Done();
    }
}
