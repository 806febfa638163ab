package amends.survey;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One question to one customer about one contact. Its short message has the same id.
 *
 * @param agent who handled the contact
 * @param customerName as the customer is addressed; empty when not known
 * @param number where it is asked
 * @param due when it is asked at the earliest
 * @param expires until when an answer counts
 * @param answer empty until the customer answered
 * @param reason why it ended before anybody could answer; empty otherwise
 */
public record Survey(
        UUID id,
        UUID contact,
        Occasion occasion,
        UUID agent,
        Optional<UUID> customer,
        String customerName,
        PhoneNumber number,
        Instant due,
        Instant expires,
        State state,
        Optional<Answer> answer,
        String reason) {
    public static final int MOST_REASON = 200;

    public enum State {
        /** Waits in the outbox. */
        DUE,
        /** The network has it. */
        SENT,
        /** The handset has it. */
        DELIVERED,
        ANSWERED,
        /** Nobody answered in time, or it never arrived. */
        EXPIRED,
        /** The customer wishes to be asked no more. */
        OPTED_OUT;

        public boolean isOpen() {
            return this == DUE || this == SENT || this == DELIVERED;
        }
    }

    /** @param score 1 to 5 @param words what else was written; may be empty */
    public record Answer(int score, String words, Instant at) {}

    /** A contact is asked about once, whoever closes it and however often. */
    public static UUID idFor(UUID contact) {
        return Ids.named("survey:" + contact);
    }

    Survey standing(State now) {
        return new Survey(
                id, contact, occasion, agent, customer, customerName, number, due, expires, now, answer, reason);
    }

    Survey answered(Answer given) {
        return new Survey(
                id,
                contact,
                occasion,
                agent,
                customer,
                customerName,
                number,
                due,
                expires,
                State.ANSWERED,
                Optional.of(given),
                reason);
    }

    Survey neverArrived(String why) {
        return new Survey(
                id, contact, occasion, agent, customer, customerName, number, due, expires, State.EXPIRED, answer, why);
    }
}
