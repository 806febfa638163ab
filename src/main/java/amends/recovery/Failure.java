package amends.recovery;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that went wrong for one customer, seen by a system. Its id is named after the evidence: two desks that see
 * the same thing keep it once.
 *
 * @param at when it happened
 * @param customer whom it happened to, where known
 * @param number whom it happened to, where they called from one; at least one of the two is there
 */
public record Failure(
        UUID id,
        Evidence evidence,
        Severity severity,
        Instant at,
        Optional<UUID> customer,
        Optional<PhoneNumber> number,
        State state) {
    public Failure {
        if (customer.isEmpty() && number.isEmpty())
            throw new IllegalArgumentException("a failure that happened to nobody");
    }

    public enum State {
        OPEN,
        SETTLED,
        /** Given up with a reason, without amends. */
        WRITTEN_OFF
    }

    /** As grave as the shipped rules say; {@link GradedFailures} keeps it as the house's own say. */
    public static Failure of(Evidence evidence, Instant at, Optional<UUID> customer, Optional<PhoneNumber> number) {
        UUID id = Ids.named("failure:" + evidence.kind() + ":" + evidence.fact());
        return new Failure(id, evidence, FailureRules.SHIPPED.severity(evidence), at, customer, number, State.OPEN);
    }

    Failure as(Severity other) {
        return other == severity ? this : new Failure(id, evidence, other, at, customer, number, state);
    }

    public Evidence.Kind kind() {
        return evidence.kind();
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
