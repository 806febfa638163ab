package amends.pbx;

/** How an ordered call's first leg ended, with the manager protocol's number for it. */
public enum OriginateEnd {
    ANSWERED(4),
    NOT_THERE(0),
    NO_ANSWER(3),
    BUSY(5),
    FAILED(8);

    private final int reason;

    OriginateEnd(int reason) {
        this.reason = reason;
    }

    public int reason() {
        return reason;
    }
}
