package amends.media;

/**
 * How long before its own words a desk listens to its far ends. The moments in which packets come have nothing to do
 * with those in which this side speaks; listening right after they came saves the wait, 10 ms on average. Moves
 * quickly while a call is young and then so slowly that no device notices; follows clocks that drift. One thread.
 */
final class EarLead {
    private static final long TICK_NANOS = Pcm.FRAME_MS * 1_000_000L;
    /** Listening comes first, so it is never a whole tick ahead. */
    private static final long MOST_NANOS = TICK_NANOS - 500_000;
    /** So little is not worth moving for; half of it is aimed at, and is in hand when packets come a little later. */
    private static final long LET_BE_NANOS = 2_000_000;
    /** With less in hand the buffer is about to lengthen its timeline: clocks that drift apart must not come to that. */
    private static final long SCARCE_NANOS = 500_000;
    /**
     * Aimed at beside a whole tick, so that the buffer sees with certainty that it may leave out a frame: it wants
     * {@link DelayTarget} to have 3 ms more than what is aimed at to spare.
     */
    private static final long SURE_NANOS = 3_000_000;
    /** So little beyond a whole tick does not make it go all the way round. */
    private static final long OVER_NANOS = 3_000_000;

    private static final long YOUNG_STEP_NANOS = 1_000_000;
    private static final long STEP_NANOS = 20_000;
    /** Ticks in which a call is young: 3 s. */
    private static final int YOUNG = 150;

    private Object followed;
    private int ticks;
    private long lead;

    /** How long before the second half of a tick its first half is due. */
    long nanos() {
        return lead;
    }

    void restart() {
        followed = null;
        lead = 0;
    }

    /**
     * A frame was pulled.
     *
     * @param whom the call in the agent's ear
     * @param early nanoseconds by which that could have been pulled earlier; negative when it should be later
     */
    void follow(Object whom, long early) {
        if (whom != followed) ticks = 0;
        followed = whom;
        ticks++;
        if (early > SCARCE_NANOS && early <= LET_BE_NANOS) return;
        long step = ticks < YOUNG ? YOUNG_STEP_NANOS : STEP_NANOS;
        long wanted = lead + early - LET_BE_NANOS / 2;
        // Beyond a whole tick the way round is by listening later, until the buffer can leave out a frame.
        if (wanted >= TICK_NANOS + OVER_NANOS) wanted -= TICK_NANOS + SURE_NANOS;
        lead += Math.clamp(Math.clamp(wanted, 0, MOST_NANOS) - lead, -step, step);
    }
}
