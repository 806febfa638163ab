package amends.personality;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every night: marks what the house saw by itself, forgets those who no longer agree, and learns the parameters anew.
 * With less than {@value #LEAST_CONTACTS} marked contacts nothing is learned, and the shipped parameters hold. What is
 * reckoned, is reckoned outside of any transaction: a call never waits for it.
 */
public final class NightlyLearning implements DutyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyLearning.class);
    static final String KIND = "learn personality";
    static final int LEAST_CONTACTS = 300;
    private static final int MOST_CUSTOMERS = 40_000;
    private static final LocalTime AT = LocalTime.of(3, 10);

    private final Transactions transactions;
    private final Duties duties;
    private final Marks marks;
    private final LearnedParameters learned;
    private final ZoneId zone;
    private final Timekeeper time;

    public NightlyLearning(
            Transactions transactions,
            Duties duties,
            Marks marks,
            LearnedParameters learned,
            ZoneId zone,
            Timekeeper time) {
        this.transactions = transactions;
        this.duties = duties;
        this.marks = marks;
        this.learned = learned;
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

    /** Of very many customers evenly some: more would make nothing surer, and the night is short. */
    private static List<List<Encounter>> some(Map<UUID, List<Encounter>> histories) {
        int every = 1 + histories.size() / MOST_CUSTOMERS;
        var some = new ArrayList<List<Encounter>>();
        int place = 0;
        for (List<Encounter> history : histories.values()) if (place++ % every == 0) some.add(history);
        return some;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Result carryOut(Duty duty) {
        int seen = transactions.call(marks::markByHouse);
        int forgotten = transactions.call(marks::forgetUnwilling);
        Map<UUID, List<Encounter>> histories = transactions.call(marks::ofAll);
        int contacts = histories.values().stream().mapToInt(List::size).sum();
        boolean enough = contacts >= LEAST_CONTACTS;
        Parameters found = enough ? Learning.from(Parameters.SHIPPED, some(histories)) : Parameters.SHIPPED;
        boolean kept = enough && found.isPlausible();
        transactions.run(() -> {
            if (kept) learned.keep(duty.id(), time.now(), histories.size(), found);
            duties.add(KeepingTypes.after(duty, time.now()));
            duties.add(next(time.now()));
        });
        LOG.info(
                "personality: {} marks by the house, {} forgotten, {} contacts, {}",
                seen,
                forgotten,
                contacts,
                kept ? "learned" : "nothing learned");
        return new Result.Done();
    }
}
