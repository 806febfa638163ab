package amends.pbx;

/** Why a leg ended (ITU-T Q.850), with the manager protocol's words and the SIP status it is told with. */
public enum HangupCause {
    UNKNOWN(0, "Unknown", 480),
    UNALLOCATED(1, "Unallocated (unassigned) number", 404),
    NORMAL(16, "Normal Clearing", 480),
    BUSY(17, "User busy", 486),
    NO_ANSWER(19, "User alerting, no answer", 480),
    REJECTED(21, "Call Rejected", 603),
    UNREACHABLE(20, "Subscriber absent", 480),
    CONGESTION(34, "Circuit/channel congestion", 503),
    NOT_ACCEPTABLE(58, "Bearer capability not available", 488);

    private final int number;
    private final String words;
    private final int status;

    HangupCause(int number, String words, int status) {
        this.number = number;
        this.words = words;
        this.status = status;
    }

    public int number() {
        return number;
    }

    public String words() {
        return words;
    }

    /** What a caller who is not yet answered is told. */
    int status() {
        return status;
    }

    /** What a refusal with that SIP status means. */
    static HangupCause ofStatus(int status) {
        return switch (status) {
            case 404, 410, 604 -> UNALLOCATED;
            case 486, 600 -> BUSY;
            case 603, 403 -> REJECTED;
            case 408, 480 -> UNREACHABLE;
            case 487 -> NO_ANSWER;
            case 488, 606, 415 -> NOT_ACCEPTABLE;
            default -> CONGESTION;
        };
    }
}
