package amends.media;

/**
 * Decides how far playing stays behind arrival. Starts at 60 ms and stays where it is while packets come in time:
 * each change bends the call's timeline, so it is asked for in pauses, and insisted on only when speech suffers more
 * without it. Margins and lateness are in samples, times in frames. One thread.
 */
final class PlayoutDelay {
    static final int START = Pcm.RATE * 60 / 1000;
    static final int MOST = Pcm.RATE * 200 / 1000;
    /** More than this in hand during ten seconds can be given back. */
    private static final int PLENTY = Pcm.RATE * 100 / 1000;
    /** More than this in hand during two seconds is a delay that people talk into. */
    private static final int UNBEARABLE = Pcm.RATE * 300 / 1000;

    private static final int WINDOW = 100;
    private static final int WINDOWS_OF_PLENTY = 5;
    private static final int WINDOWS_OF_NEED = 2;
    /** Late packets closer than this belong to one hiccup of the network. */
    private static final int HICCUP = 5;
    /** Late packets are counted over so long. */
    private static final int MEMORY = 500;
    /** One in twenty, in several hiccups, is worth bending the timeline; concealment bears less. */
    private static final int MANY_LATE = 25;

    private static final int MANY_HICCUPS = 5;
    /** Frames by which the delay grows at one go. */
    private static final int STEP = 3;
    /** Only late packets for so long: the stream has moved for good. */
    private static final int MOVED = 25;
    /** So long is a pause waited for. */
    private static final int PATIENCE = 100;

    private static final long NEVER = -HICCUP - 1;

    private long now;
    private long lastLate = NEVER;
    private long onlyLateSince = NEVER;
    private int hiccups;
    private int latePackets;
    private int worst;
    private int margin = START;
    private int least = Integer.MAX_VALUE;
    private int most;
    private int plenty;
    private int need;
    private int longer;
    private long insistAt;
    private int shorter;
    private int tooMuch;

    /** A packet came in time. @param inHand samples that will be played before its first */
    void inTime(int inHand) {
        margin = inHand;
        onlyLateSince = NEVER;
        least = Math.min(least, inHand);
        most = Math.max(most, inHand);
    }

    /** A packet came too late. @return whether the timeline must be laid anew, since nothing comes in time any more */
    boolean late(int lateness) {
        if (now - lastLate > HICCUP) hiccups++;
        lastLate = now;
        latePackets++;
        worst = Math.max(worst, lateness);
        shorter = plenty = 0;
        if (onlyLateSince == NEVER) onlyLateSince = now;
        if (now - onlyLateSince >= MOVED) return true;
        if (hiccups >= MANY_HICCUPS && latePackets >= MANY_LATE && longer == 0) {
            ask(Math.min(STEP, frames(worst)), PATIENCE);
            forgetLate();
        }
        return false;
    }

    private void forgetLate() {
        hiccups = latePackets = worst = 0;
    }

    private void ask(int frames, int patience) {
        longer = Math.max(0, Math.min(frames, (MOST - margin) / Pcm.FRAME));
        insistAt = now + patience;
    }

    private static int frames(int samples) {
        return (samples + Pcm.FRAME - 1) / Pcm.FRAME;
    }

    /** The timeline was laid anew. */
    void restarted() {
        onlyLateSince = NEVER;
        longer = shorter = tooMuch = plenty = need = 0;
        forgetLate();
        margin = START;
        least = Integer.MAX_VALUE;
        most = 0;
    }

    /** A frame's time has passed. */
    void tick() {
        now++;
        if (now % MEMORY == 0) forgetLate();
        if (now % WINDOW != 0 || least == Integer.MAX_VALUE) return;
        plenty = least > PLENTY ? plenty + 1 : 0;
        need = least < Pcm.FRAME && most < START ? need + 1 : 0;
        tooMuch = least > UNBEARABLE ? least - START : 0;
        if (plenty >= WINDOWS_OF_PLENTY) shorter = (least - START) / Pcm.FRAME;
        // Drift of the clocks eats the margin slowly: a frame in a pause now saves late packets in speech.
        if (need >= WINDOWS_OF_NEED && longer == 0) ask(1, Integer.MAX_VALUE);
        least = Integer.MAX_VALUE;
        most = 0;
    }

    /** @param pause whether the frame about to be played is missing or quiet */
    boolean wantsLonger(boolean pause) {
        return longer > 0 && (pause || now > insistAt);
    }

    void lengthened() {
        longer--;
        need = 0;
    }

    boolean wantsShorter() {
        return shorter > 0;
    }

    void shortened() {
        shorter--;
        plenty = 0;
    }

    /** Samples to be left out at once, whatever they are: 0 but after a flood. Asking takes them. */
    int takeTooMuch() {
        int samples = tooMuch;
        tooMuch = 0;
        if (samples > 0) restarted();
        return samples;
    }
}
