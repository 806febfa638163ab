package amends.rtp;

/** Arithmetic on numbers that wrap (RFC 3550 §5.1, RFC 1982): the shorter way round the circle counts. */
public final class SequenceNumbers {
    private SequenceNumbers() {}

    /** How far {@code to} lies ahead of {@code from}, −32768 to 32767. */
    public static int ahead(int from, int to) {
        return (short) (to - from);
    }

    /** How far one timestamp lies ahead of another, in ticks, −2³¹ to 2³¹−1. */
    public static int ticksAhead(long from, long to) {
        return (int) (to - from);
    }

    /** The 64-bit number nearest to {@code near} whose lowest 16 bits are the sequence number. */
    public static long extend(long near, int sequence) {
        return near + ahead((int) near, sequence);
    }
}
