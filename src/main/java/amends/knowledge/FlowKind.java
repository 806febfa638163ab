package amends.knowledge;

/** What a flow is for. */
public enum FlowKind {
    /** Something went wrong and is put right. */
    SOLVING,
    /** The customer may want something of the bank's. */
    SELLING,
    /** Somebody else must do it: who, and what they need to know. */
    DISPATCHING
}
