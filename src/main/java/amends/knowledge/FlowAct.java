package amends.knowledge;

/** What a step may start elsewhere in the window. */
public enum FlowAct {
    PROMISE,
    COMPLAINT,
    /** What is said is not recorded while the customer pays. */
    PAYMENT_PAUSE
}
