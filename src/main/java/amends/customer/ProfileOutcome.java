package amends.customer;

/** What became of a change to a profile. */
public sealed interface ProfileOutcome {
    record Kept() implements ProfileOutcome {}

    record Refused(Why why) implements ProfileOutcome {}

    /** Why nothing was changed. */
    enum Why {
        /** What is needed was left blank. */
        BLANK,
        TOO_LONG,
        /** It would end before it begins. */
        ALREADY_OVER,
        /** It is so already. */
        ALREADY_SO,
        /** Others' acts need a reason. */
        NO_REASON,
        NO_PROOF,
        /** It is no tier, no language, no day. */
        UNREADABLE,
        CHANGED_MEANWHILE,
        NOT_THERE
    }
}
