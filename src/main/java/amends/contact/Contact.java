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
 * @param number the other party as signalled, the last one (E.164 where it is a public number)
 * @param queue empty when it came by no queue
 * @param waited in the queue before it was offered
 * @param cause why the call ended
 * @param wrapUp how it was disposed of; empty until the agent finished
 * @param score what the customer gave it afterwards, {@value #LOWEST} to {@value #HIGHEST}; empty until they answer
 * @param line what the line was like; empty until its media ended, and where nothing was heard
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
        State state,
        Optional<Integer> score,
        Optional<CallLine> line) {
    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;

    /** Without a score and a line: as every contact is while its call goes on. */
    public Contact(
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
        this(
                id,
                call,
                direction,
                agent,
                number,
                customer,
                queue,
                waited,
                began,
                answered,
                ended,
                cause,
                recording,
                wrapUp,
                state,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the other party called, not we. */
    public boolean isInbound() {
        return direction == Direction.INBOUND;
    }

    Contact answered(Instant at) {
        return new Contact(
                id,
                call,
                direction,
                agent,
                number,
                customer,
                queue,
                waited,
                began,
                Optional.of(at),
                ended,
                cause,
                recording,
                wrapUp,
                state,
                score,
                line);
    }

    Contact ended(Instant at, ClearCause why, State next) {
        return new Contact(
                id,
                call,
                direction,
                agent,
                number,
                customer,
                queue,
                waited,
                began,
                answered,
                Optional.of(at),
                Optional.of(why),
                recording,
                wrapUp,
                next,
                score,
                line);
    }

    Contact writtenUp(WrapUp summary) {
        return new Contact(
                id,
                call,
                direction,
                agent,
                number,
                customer,
                queue,
                waited,
                began,
                answered,
                ended,
                cause,
                recording,
                Optional.of(summary),
                State.CLOSED,
                score,
                line);
    }

    Contact interrupted(Instant at) {
        return new Contact(
                id,
                call,
                direction,
                agent,
                number,
                customer,
                queue,
                waited,
                began,
                answered,
                Optional.of(at),
                cause,
                recording,
                wrapUp,
                State.INTERRUPTED,
                score,
                line);
    }

    Contact of(UUID whom) {
        return new Contact(
                id,
                call,
                direction,
                agent,
                number,
                Optional.of(whom),
                queue,
                waited,
                began,
                answered,
                ended,
                cause,
                recording,
                wrapUp,
                state,
                score,
                line);
    }

    Contact fromQueue(String name, Duration wait) {
        return new Contact(
                id, call, direction, agent, number, customer, name, wait, began, answered, ended, cause, recording,
                wrapUp, state, score, line);
    }

    Contact with(String party) {
        return new Contact(
                id, call, direction, agent, party, customer, queue, waited, began, answered, ended, cause, recording,
                wrapUp, state, score, line);
    }

    Contact recordedAs(UUID sound) {
        return new Contact(
                id,
                call,
                direction,
                agent,
                number,
                customer,
                queue,
                waited,
                began,
                answered,
                ended,
                cause,
                Optional.of(sound),
                wrapUp,
                state,
                score,
                line);
    }

    Contact heardOver(CallLine wire) {
        return new Contact(
                id,
                call,
                direction,
                agent,
                number,
                customer,
                queue,
                waited,
                began,
                answered,
                ended,
                cause,
                recording,
                wrapUp,
                state,
                score,
                Optional.of(wire));
    }

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
