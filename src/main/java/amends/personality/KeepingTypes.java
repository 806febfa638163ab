package amends.personality;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once when the house starts on a day, and after every night's learning: estimates everybody who agrees to it and keeps
 * the types for reports, a part at a time, so that no call waits for it. Nothing that offers or grants reads them.
 */
public final class KeepingTypes implements DutyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(KeepingTypes.class);
    static final String KIND = "keep types";
    private static final int PART = 500;

    private final Transactions transactions;
    private final Duties duties;
    private final Marks marks;
    private final LearnedParameters learned;
    private final TypesKept kept;
    private final ZoneId zone;
    private final Timekeeper time;

    public KeepingTypes(
            Transactions transactions,
            Duties duties,
            Marks marks,
            LearnedParameters learned,
            TypesKept kept,
            ZoneId zone,
            Timekeeper time) {
        this.transactions = transactions;
        this.duties = duties;
        this.marks = marks;
        this.learned = learned;
        this.kept = kept;
        this.zone = zone;
        this.time = time;
    }

    /** Blocks. Makes sure that they are kept today; as often as wanted. */
    public void begin() {
        LocalDate today = time.now().atZone(zone).toLocalDate();
        duties.add(dueAt(time.now(), "on " + today));
    }

    /** What is to follow upon a night's learning. */
    static Duty after(Duty night, Instant now) {
        return dueAt(now, "after " + night.id());
    }

    private static Duty dueAt(Instant due, String when) {
        UUID id = Ids.named(KIND + " " + when);
        return new Duty(id, KIND, id, due, 0);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Result carryOut(Duty duty) {
        var estimator = new Estimator(transactions.call(learned::latest).orElse(Parameters.SHIPPED));
        int seen = 0;
        for (Optional<UUID> last = Optional.empty(); ; ) {
            Optional<UUID> after = last;
            SequencedMap<UUID, List<Encounter>> part = transactions.call(() -> marks.next(after, PART));
            if (part.isEmpty()) break;
            keep(estimator, part);
            seen += part.size();
            last = Optional.of(part.lastEntry().getKey());
        }
        int gone = transactions.call(kept::forgetOthers);
        LOG.info("types for reports: {} customers estimated, {} forgotten", seen, gone);
        return new Result.Done();
    }

    private void keep(Estimator estimator, Map<UUID, List<Encounter>> part) {
        Instant now = time.now();
        var shown = new HashMap<UUID, CustomerType>();
        part.forEach((customer, history) ->
                estimator.likelihood(history, now).shown().ifPresent(type -> shown.put(customer, type)));
        transactions.run(() -> kept.keep(part.keySet(), shown, now));
    }
}
