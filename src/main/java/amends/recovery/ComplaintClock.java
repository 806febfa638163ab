package amends.recovery;

/** What a complaint waits for, each with a time by which it is to be done. */
public enum ComplaintClock {
    /** The customer hears that the complaint was received. */
    ACKNOWLEDGE(true),
    /** Its cause and weight are known. */
    ASSESS(false),
    /** Somebody looks into it. */
    INVESTIGATE(false),
    /** The customer hears how it stands; begins anew each time they did. */
    NEWS(true),
    /** The customer has an answer. */
    RESPOND(true),
    /** The customer has agreed, or had time to object. */
    CLOSE(false),
    /** Somebody asks whether it held. */
    ASK(false);

    private final boolean promised;

    ComplaintClock(boolean promised) {
        this.promised = promised;
    }

    /** Whether the customer waits for it: then being late is a failure that is owed to them, not only the lead's concern. */
    public boolean isPromised() {
        return promised;
    }
}
