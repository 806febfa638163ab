package amends.recovery;

import java.time.Instant;

/** What happens to a complaint. */
public sealed interface ComplaintStep {
    Instant at();

    /** The customer was told that it was received. */
    record Acknowledge(Instant at) implements ComplaintStep {}

    /** How grave it is, and whether there is more behind it, was weighed. */
    record Assess(Instant at) implements ComplaintStep {}

    /** Somebody looks into it: who, when, where. */
    record Investigate(Instant at) implements ComplaintStep {}

    /** The customer has our answer, and what puts it right. */
    record Respond(Instant at) implements ComplaintStep {}

    record Close(Instant at) implements ComplaintStep {}

    /** The answer did not hold. @param respondBy until when there is another */
    record Reopen(Instant at, Instant respondBy) implements ComplaintStep {}
}
