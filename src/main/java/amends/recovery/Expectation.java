package amends.recovery;

/** How far what the customer expects can be met. */
public enum Expectation {
    /** At little cost, now. */
    NOW,
    /** In the medium or long term. */
    LATER,
    /** It cannot: the customer is told why, and what is possible instead. */
    NEEDS_GUIDING
}
