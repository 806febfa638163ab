package amends.recovery;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call back to a customer with our apology (致歉回呼): a promise with one owner and a due time.
 *
 * @param complaint what it apologises for
 * @param due until when the customer is called; moves when they could not be reached
 * @param attempts how often it was begun
 * @param late whether it was once not begun in time
 * @param outcome how it ended; empty until it did
 * @param file what else is known of it
 */
public record Callback(
        UUID id,
        UUID complaint,
        Optional<UUID> customer,
        PhoneNumber number,
        UUID owner,
        Instant due,
        State state,
        int attempts,
        boolean late,
        Optional<CallbackOutcome> outcome,
        CallbackFile file) {

    /** One of which nothing else is known. */
    public Callback(
            UUID id,
            UUID complaint,
            Optional<UUID> customer,
            PhoneNumber number,
            UUID owner,
            Instant due,
            State state,
            int attempts,
            boolean late,
            Optional<CallbackOutcome> outcome) {
        this(id, complaint, customer, number, owner, due, state, attempts, late, outcome, CallbackFile.NEW);
    }

    static Callback of(UUID id, Complaint complaint, PhoneNumber number, Instant due) {
        return new Callback(
                id,
                complaint.id(),
                complaint.customer(),
                number,
                complaint.owner(),
                due,
                State.SCHEDULED,
                0,
                false,
                Optional.empty());
    }

    public enum State {
        SCHEDULED,
        /** A desk is calling, or its agent writes up. */
        ATTEMPTING,
        REACHED,
        /** The last attempt reached nobody; the next one is being arranged. */
        MISSED,
        /** Nobody was reached in as many attempts as are made. */
        EXPIRED;

        public boolean isOpen() {
            return this == SCHEDULED || this == ATTEMPTING || this == MISSED;
        }
    }

    /** Whether the customer has waited longer than they were told. */
    public boolean isOverdue(Instant now) {
        return state.isOpen() && state != State.ATTEMPTING && now.isAfter(due);
    }

    Callback standing(State now, Instant due, int attempts, Optional<CallbackOutcome> outcome) {
        return new Callback(id, complaint, customer, number, owner, due, now, attempts, late, outcome, file);
    }

    Callback standing(State now, Instant due) {
        return standing(now, due, attempts, outcome);
    }

    Callback markedLate() {
        return new Callback(id, complaint, customer, number, owner, due, state, attempts, true, outcome, file);
    }

    Callback given(UUID to, String words) {
        return new Callback(
                id, complaint, customer, number, to, due, state, attempts, late, outcome, file.handedOver(words));
    }

    Callback filed(CallbackFile now) {
        return new Callback(id, complaint, customer, number, owner, due, state, attempts, late, outcome, now);
    }
}
