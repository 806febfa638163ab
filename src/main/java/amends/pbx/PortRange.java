package amends.pbx;

/**
 * UDP ports, both ends included.
 *
 * @param from even, or 0 for whatever the system gives
 */
public record PortRange(int from, int to) {
    /** Whatever the system gives. */
    public static final PortRange ANY = new PortRange(0, 0);

    public PortRange {
        if (from < 0 || to > 65535 || from > to) throw new IllegalArgumentException("ports " + from + " to " + to);
        if (from % 2 != 0) throw new IllegalArgumentException("the first RTP port must be even, not " + from);
    }

    boolean any() {
        return from == 0;
    }
}
