package amends.media.ffm;

import amends.media.Pcm;

/**
 * Watches how much waits between a device and the media thread, whose clocks are not the same, and says every two seconds
 * what of it is too much or too little. What is too much goes at once: a device may begin with half a second in hand. Of
 * what is too little so much is made up that clocks half a thousandth apart are kept together; without that a device that
 * is too slow would starve again and again, and each time more would be kept in hand for it. One thread.
 */
final class Waiting {
    private static final int WINDOW = 2000 / Pcm.FRAME_MS;
    private static final int MOST_MADE_UP = Pcm.RATE / 1000;

    private int frames;
    private long least = Long.MAX_VALUE;

    /** So many samples waited beside the frame that was moved. */
    void saw(long samples) {
        least = Math.min(least, samples);
    }

    /** A frame is over. @return samples to be left out of the next; to be added when it is negative */
    int correction(int cushion) {
        if (++frames % WINDOW != 0) return 0;
        long beyond = least == Long.MAX_VALUE ? 0 : least - cushion;
        least = Long.MAX_VALUE;
        if (beyond >= 0) return (int) Math.min(beyond, Pcm.RATE);
        return beyond < -cushion / 3 ? (int) Math.max(beyond, -MOST_MADE_UP) : 0;
    }

    void restart() {
        frames = 0;
        least = Long.MAX_VALUE;
    }
}
