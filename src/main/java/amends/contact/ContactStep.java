package amends.contact;

import amends.telephony.ClearCause;
import java.time.Instant;

/** What moves a contact on. */
sealed interface ContactStep {
    record Answered(Instant at) implements ContactStep {}

    record Ended(Instant at, ClearCause cause) implements ContactStep {}

    record WrittenUp(WrapUp wrapUp) implements ContactStep {}

    /** Found open at the start of a desk. @param lastSeen the best known end of the call */
    record DeskDied(Instant lastSeen) implements ContactStep {}
}
