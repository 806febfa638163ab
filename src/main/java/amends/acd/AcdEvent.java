package amends.acd;

import amends.telephony.CallId;
import java.time.Duration;
import java.util.Optional;

/** What the distributor tells; on the call loop. */
public sealed interface AcdEvent {
    record LinkUp() implements AcdEvent {}

    /** @param reason one plain line; the link comes back by itself */
    record LinkDown(String reason) implements AcdEvent {}

    /**
     * The call that rings (or will ring in a moment) at this desk comes from a queue. Joined to the desk's dialog by
     * Call-ID, never by number or time; may arrive before or after the dialog's own event.
     *
     * @param call the Call-ID of the dialog between PBX and desk
     * @param waited how long the caller had waited when offered
     * @param announced whether the PBX already told the caller that the call is recorded
     */
    record QueueCallOffered(CallId call, String queue, String callerNumber, Duration waited, boolean announced)
            implements AcdEvent {}

    /**
     * A caller left one of this agent's queues unanswered. Every desk of the queue is told.
     *
     * @param callerNumber empty when withheld
     * @param waited how long the caller stayed in the queue, to the second
     * @param uniqueId names the caller's call at the distributor: the same for every desk, never used again
     */
    record QueueCallAbandoned(String queue, String callerNumber, Duration waited, String uniqueId)
            implements AcdEvent {}

    /**
     * A caller was passed on: to another queue, or by a transfer. Every desk that listens is told.
     *
     * @param way names the caller's way through the house, from the first ring to the last: the same for every desk
     * @param callerNumber empty when withheld @param times they were passed on so far
     * @param call which rings here, where they were passed on to this desk
     */
    record CallPassedOn(String way, String callerNumber, int times, Optional<CallId> call) implements AcdEvent {}

    /** A queue call was offered here and rang out; the distributor has taken it elsewhere. */
    record RingNoAnswer(String queue) implements AcdEvent {}

    record QueueChanged(QueueStatus status) implements AcdEvent {}

    /** Somebody else (a lead, the PBX) changed whether this agent is offered calls. */
    record AvailabilityChanged(boolean ready, String reason) implements AcdEvent {}
}
