package amends.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an outgoing message has come. What moves it on: {@link SmsStep}.
 *
 * @param unsure it may have been sent more than once, or once although nothing says so: a process died, or a
 *     connection broke, between the sending and the answer
 * @param attempts how often it was handed to the network
 * @param messageId by which the network speaks of it, once it answered
 * @param reason of the last setback or end, for people
 * @param changed when it last changed
 */
public record SmsCourse(
        UUID sms,
        Purpose purpose,
        State state,
        boolean unsure,
        int attempts,
        Optional<String> messageId,
        String reason,
        Instant changed) {
    public enum State {
        /** Waits to be sent. */
        DUE,
        /** Is being handed over; stored before a single byte leaves. */
        SUBMITTING,
        /** The network has answered for it. Never sent again from here on. */
        ACCEPTED,
        /** The handset has it. */
        DELIVERED,
        /** The network gave up. */
        UNDELIVERABLE,
        /** The network does not want it. */
        REFUSED,
        /** Too late: its time was over before it was delivered. */
        EXPIRED;

        public boolean isOver() {
            return this != DUE && this != SUBMITTING && this != ACCEPTED;
        }
    }

    static SmsCourse due(UUID sms, Purpose purpose, Instant at) {
        return new SmsCourse(sms, purpose, State.DUE, false, 0, Optional.empty(), "", at);
    }
}
