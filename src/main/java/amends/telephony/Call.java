package amends.telephony;

import java.time.Instant;
import java.util.Optional;

/**
 * A call as it stands at one moment; immutable.
 *
 * @param began when the INVITE was received or sent
 * @param answered when the dialog was confirmed (200 and ACK), if it was
 * @param muted whether the far end is sent silence instead of the microphone
 */
public record Call(
        CallId id,
        Direction direction,
        Party remote,
        ConnectionState state,
        Instant began,
        Optional<Instant> answered,
        boolean muted,
        CallMarks marks) {
    /** A call of which nothing besides is known. */
    public Call(
            CallId id,
            Direction direction,
            Party remote,
            ConnectionState state,
            Instant began,
            Optional<Instant> answered,
            boolean muted) {
        this(id, direction, remote, state, began, answered, muted, CallMarks.NONE);
    }

    public Call marked(CallMarks now) {
        return new Call(id, direction, remote, state, began, answered, muted, now);
    }
}
