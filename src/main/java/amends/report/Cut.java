package amends.report;

/** By what figures are told apart. */
public enum Cut {
    /** Expressive, reserved, not yet known: as estimated when it was last shown, with the customer's consent. */
    TYPE,
    TIER,
    /** How it reached us: called, letter, e-mail, social media, a low score. */
    CHANNEL,
    QUEUE,
    /** Who handled it. For leads. */
    AGENT,
    /** The branch or department that it was dispatched to. */
    BRANCH,
    CAUSE;

    /** Whether it tells colleagues apart: for those alone who may see the figures of all. */
    public boolean isOfColleagues() {
        return this == AGENT;
    }
}
