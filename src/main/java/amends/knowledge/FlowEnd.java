package amends.knowledge;

/** How a flow can end. */
public enum FlowEnd {
    SOLVED,
    /** Somebody else has it now. */
    PASSED_ON,
    /** Something is still to be done, and it is known by whom. */
    FOLLOW_UP,
    /** The customer does not want it. */
    DECLINED
}
