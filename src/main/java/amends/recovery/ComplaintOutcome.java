package amends.recovery;

import java.util.Optional;

/** What came of doing something about a complaint. */
public sealed interface ComplaintOutcome {
    /** @param dispatch that it was about; empty for everything else */
    record Done(Complaint complaint, Optional<Dispatch> dispatch) implements ComplaintOutcome {}

    record Refused(Reason reason) implements ComplaintOutcome {}

    enum Reason {
        NO_SUCH,
        /** It is another's, or not for this seat at all. */
        NOT_ALLOWED,
        /** It does not stand so that this could be done; somebody else may have been first. */
        NOT_NOW,
        UNKNOWN_CAUSE,
        UNKNOWN_BUSINESS,
        UNKNOWN_UNIT,
        /** It needs at least a word: an answer, a reason. */
        NO_WORDS,
        /** Whoever is to have it cannot handle complaints. */
        NOT_FOR_THEM,
        /** It went from hand to hand once: now it goes to a lead or an expert. */
        ONLY_TO_LEAD,
        /** There is no expert. */
        NOBODY
    }
}
