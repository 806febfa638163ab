package amends.customer;

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

/** Every night: what imports that died left on its way goes, as nobody agreed to its being kept. */
public final class ImportTidying implements DutyHandler {
    static final String KIND = "tidy imports";
    /** No import runs so long. */
    public static final Duration DEAD = Duration.ofHours(12);

    private static final LocalTime AT = LocalTime.of(3, 40);
    private final ImportStore store;
    private final Duties duties;
    private final Transactions transactions;
    private final ZoneId zone;
    private final Timekeeper time;

    public ImportTidying(ImportStore store, Duties duties, Transactions transactions, ZoneId zone, Timekeeper time) {
        this.store = store;
        this.duties = duties;
        this.transactions = transactions;
        this.zone = zone;
        this.time = time;
    }

    /**
     * Blocks. Makes sure that there is a next night; as often as wanted.
     *
     * @param alone whether no other process uses this database: then whatever is on its way is left by one that died
     */
    public void begin(boolean alone) {
        if (alone) store.tidy(time.now());
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
    public Result carryOut(Duty duty) {
        store.tidy(time.now().minus(DEAD));
        transactions.run(() -> duties.add(next(time.now())));
        return new Result.Done();
    }
}
