package amends.media.ffm;

import amends.media.Pcm;

/**
 * How much is kept in hand between a device and the media thread. All of it is delay, so it is little at first, becomes
 * more each time it was not enough, and less again after some seconds in which it was: the more often it was not, the
 * more of them. One thread.
 */
final class Cushion {
    private static final int LEAST = Pcm.RATE * 3 / 1000;
    private static final int STEP = Pcm.RATE * 4 / 1000;
    private static final int MOST = 2 * Pcm.FRAME;
    private static final int CALM = 5000 / Pcm.FRAME_MS;

    private int samples = LEAST;
    private int starved;
    private int calm;

    int samples() {
        return samples;
    }

    /** It was not enough. */
    void starved() {
        samples = Math.min(MOST, samples + STEP);
        starved++;
        calm = 0;
    }

    /** It was enough for a frame. */
    void held() {
        if (samples == LEAST || ++calm < starved * CALM) return;
        samples = Math.max(LEAST, samples - STEP);
        calm = 0;
    }
}
