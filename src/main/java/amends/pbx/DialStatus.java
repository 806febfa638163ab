package amends.pbx;

/** The manager protocol's words for how a dialled leg ended. */
final class DialStatus {
    private DialStatus() {}

    static String of(HangupCause cause) {
        return switch (cause) {
            case BUSY, REJECTED -> "BUSY";
            case NO_ANSWER, NORMAL, UNKNOWN -> "NOANSWER";
            case UNREACHABLE, UNALLOCATED -> "CHANUNAVAIL";
            case CONGESTION, NOT_ACCEPTABLE -> "CONGESTION";
        };
    }
}
