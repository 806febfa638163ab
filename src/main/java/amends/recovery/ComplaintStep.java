package amends.recovery;

import java.time.Instant;
import java.util.UUID;

/** What happens to a complaint. */
public sealed interface ComplaintStep {
    Instant at();

    /** The customer was told that it was received. */
    record Acknowledge(Instant at) implements ComplaintStep {}

    /** What was written down was read to the customer, who said that it is right. */
    record ReadBack(Instant at) implements ComplaintStep {}

    /** Its cause and weight were found, or found anew. */
    record Assess(Instant at, Assessment as) implements ComplaintStep {}

    /** Somebody looks into it: who, when, where. */
    record Investigate(Instant at) implements ComplaintStep {}

    /** The customer was told how it stands. */
    record Tell(Instant at) implements ComplaintStep {}

    /**
     * What was to tell the customer how it stands never reached them: they are waiting as before.
     *
     * @param told when it was taken for told
     */
    record Untell(Instant at, Instant told) implements ComplaintStep {}

    /** The customer has our answer, and what puts it right. @param answer empty where it was only said */
    record Respond(Instant at, String answer) implements ComplaintStep {
        public Respond(Instant at) {
            this(at, "");
        }
    }

    record Close(Instant at) implements ComplaintStep {}

    /** The answer did not hold. */
    record Reopen(Instant at) implements ComplaintStep {}

    /** A week has passed: somebody is to ask whether the answer held. */
    record BeginAsking(Instant at) implements ComplaintStep {}

    /** The customer said whether it held. */
    record Asked(Instant at, boolean held) implements ComplaintStep {}

    /** Another owns it from now on. */
    record HandOver(Instant at, UUID to) implements ComplaintStep {}

    /** An expert owns it from now on. */
    record Escalate(Instant at, UUID to) implements ComplaintStep {}

    /** Its owner has looked at it. */
    record See(Instant at) implements ComplaintStep {}

    /** The customer said what they thought of the handling. */
    record Rate(Instant at, HandlingRating as) implements ComplaintStep {}
}
