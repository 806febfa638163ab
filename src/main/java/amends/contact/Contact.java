package amends.contact;

import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One interaction. Its row is written when the call rings and grows with the call, so that a desk that dies in the
 * call loses nothing that was known.
 *
 * @param call the SIP Call-ID of the desk's dialog
 * @param agent who handled it
 * @param number the other party as signalled (E.164 where it is a public number)
 * @param queue empty when it came by no queue
 * @param waited in the queue before it was offered
 * @param cause why the call ended
 * @param wrapUp how it was disposed of; empty until the agent finished
 */
public record Contact(
        UUID id,
        String call,
        Direction direction,
        UUID agent,
        String number,
        Optional<UUID> customer,
        String queue,
        Duration waited,
        Instant began,
        Optional<Instant> answered,
        Optional<Instant> ended,
        Optional<ClearCause> cause,
        Optional<UUID> recording,
        Optional<WrapUp> wrapUp,
        State state) {

    public enum State {
        /** The call rings or is talked on. */
        OPEN,
        /** The call is over, the write-up is not. */
        WRAP_UP,
        CLOSED,
        /** The desk died in the call; found and closed at its next start. */
        INTERRUPTED
    }
}
