package amends.personality;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The types of all customers, for figures about many of them: statistics, and whether both types are treated alike.
 * Never to be asked where something is offered to anybody.
 */
public final class TypesForReports {
    private final Transactions transactions;
    private final Marks marks;
    private final LearnedParameters learned;
    private final Timekeeper time;

    public TypesForReports(Transactions transactions, Marks marks, LearnedParameters learned, Timekeeper time) {
        this.transactions = transactions;
        this.marks = marks;
        this.learned = learned;
        this.time = time;
    }

    /** Those of whom a type may be shown today; others are not yet known, or did not agree. May take seconds. */
    public Map<UUID, CustomerType> shown() {
        Map<UUID, List<Encounter>> histories = transactions.call(marks::ofAll);
        var estimator = new Estimator(transactions.call(learned::latest).orElse(Parameters.SHIPPED));
        Instant today = time.now();
        var shown = new HashMap<UUID, CustomerType>();
        histories.forEach((customer, history) ->
                estimator.likelihood(history, today).shown().ifPresent(type -> shown.put(customer, type)));
        return shown;
    }
}
