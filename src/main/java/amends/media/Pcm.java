package amends.media;

/** The one shape of sound inside the desk: 16-bit linear mono samples in frames of 20 ms. */
public final class Pcm {
    /** Samples a second. */
    public static final int RATE = 8000;
    /** Length of a frame in milliseconds. */
    public static final int FRAME_MS = 20;
    /** Samples in a frame. */
    public static final int FRAME = RATE * FRAME_MS / 1000;

    private Pcm() {}
}
