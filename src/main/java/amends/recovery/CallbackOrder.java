package amends.recovery;

import amends.kernel.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * In which order callbacks are made: what is late, and what is due within the hour, by its time, for that was promised;
 * of the rest first those whom we owe most. Who the customer is plays no part. Blocks.
 */
public final class CallbackOrder implements UnaryOperator<List<CallbackTask>> {
    private static final Duration SOON = Duration.ofHours(1);
    private final Failures failures;
    private final FailureRules rules;
    private final Timekeeper time;

    public CallbackOrder(Failures failures, FailureRules rules, Timekeeper time) {
        this.failures = failures;
        this.rules = rules;
        this.time = time;
    }

    @Override
    public List<CallbackTask> apply(List<CallbackTask> tasks) {
        Instant now = time.now();
        Map<UUID, Double> owed = new HashMap<>();
        for (CallbackTask task : tasks)
            owed.put(task.callback().id(), isSoon(task, now) ? Double.MAX_VALUE : owed(task.callback(), now));
        return tasks.stream()
                .sorted(Comparator.comparing(
                                (CallbackTask t) -> owed.get(t.callback().id()), Comparator.reverseOrder())
                        .thenComparing(t -> t.callback().due())
                        .thenComparing(t -> t.callback().id()))
                .toList();
    }

    private static boolean isSoon(CallbackTask task, Instant now) {
        return task.callback().due().isBefore(now.plus(SOON));
    }

    private double owed(Callback callback, Instant now) {
        List<Failure> open =
                callback.customer().map(failures::openOf).orElseGet(() -> failures.openOf(callback.number()));
        return rules.weight(open, now);
    }
}
