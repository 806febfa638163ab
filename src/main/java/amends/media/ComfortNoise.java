package amends.media;

import java.util.random.RandomGenerator;

/**
 * What is heard while the far end says that it is quiet (RFC 3389): soft noise of the level it names, so that the line
 * does not seem dead. Its spectrum is not followed. One thread.
 */
final class ComfortNoise {
    /** Louder than this it would not be comfort. */
    private static final double LOUDEST = 400;
    /** The root mean square of the loudest sine, which is what levels count from. */
    private static final double FULL = 32_767 / Math.sqrt(2);

    private final RandomGenerator random;
    private double amplitude;
    private double previous;

    ComfortNoise(RandomGenerator random) {
        this.random = random;
    }

    /** @param decibelsBelow full scale, 0–127, the first byte of the payload */
    void level(int decibelsBelow) {
        amplitude = Math.min(LOUDEST, FULL * Math.pow(10, -(decibelsBelow & 0x7F) / 20.0));
    }

    void silence() {
        amplitude = 0;
    }

    void fill(short[] frame, int from, int to) {
        for (int i = from; i < to; i++) {
            double white = amplitude * random.nextGaussian();
            // Softer towards the top, as rooms are.
            previous = 0.6 * previous + 0.8 * white;
            frame[i] = (short) Math.clamp(Math.round(previous), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
