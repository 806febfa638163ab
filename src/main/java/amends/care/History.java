package amends.care;

import amends.recovery.Evidence.Kind;
import amends.recovery.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened between one customer and us. @param complaints when they were made */
public record History(UUID customer, List<Failed> failures, List<Spoke> contacts, List<Instant> complaints) {
    public History {
        failures = List.copyOf(failures);
        contacts = List.copyOf(contacts);
        complaints = List.copyOf(complaints);
    }

    /** @param settled when it was, or was written off */
    public record Failed(Kind kind, Severity severity, Instant at, Optional<Instant> settled) {}

    /** @param score what they gave it, 1 to 5 */
    public record Spoke(Instant at, Optional<Integer> score) {}

    /** What was known of it at that time. */
    public History asOf(Instant then) {
        return new History(
                customer,
                failures.stream().filter(f -> !f.at().isAfter(then)).toList(),
                contacts.stream().filter(c -> !c.at().isAfter(then)).toList(),
                complaints.stream().filter(at -> !at.isAfter(then)).toList());
    }
}
