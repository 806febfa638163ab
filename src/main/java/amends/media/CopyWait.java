package amends.media;

/**
 * Whether playing stays one packet further behind arrival, so that a lost packet can be told by the one after it: Opus
 * sends coarse copies for that, which without it come just too late on a network that is quick and lossy. That is worth
 * a packet's delay while packets with copies come and holes do again and again: from three holes in eight seconds on,
 * until there were fewer in sixteen. One thread.
 */
final class CopyWait {
    private static final int OFTEN = 3;
    /** Frames: 8 s. */
    private static final int LATELY = 400;

    private final long[] holes = {-LATELY, -LATELY, -LATELY};
    private int next;
    private long frame = 2 * LATELY;
    private long copied = -LATELY;
    private boolean waits;

    /** A packet came that tells what the one before it held. */
    void copyCame() {
        copied = frame;
    }

    /** 20 ms were played. @param newHoles that were met in decoding them */
    void played(long newHoles) {
        frame++;
        for (long i = 0; i < Math.min(newHoles, OFTEN); i++) {
            holes[next] = frame;
            next = (next + 1) % OFTEN;
        }
        waits = frame - copied < LATELY && frame - holes[next] < (waits ? 2 : 1) * LATELY;
    }

    /** Samples by which playing stays further behind. */
    int samples() {
        return waits ? Pcm.FRAME : 0;
    }
}
