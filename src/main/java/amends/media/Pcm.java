package amends.media;

import amends.rtp.VoiceCoding;

/** The one shape of sound inside the desk: 16-bit linear mono samples in frames of 20 ms, whatever the call's coding. */
public final class Pcm {
    /** Samples a second: what a voice needs, and what the wide codings carry. */
    public static final int RATE = VoiceCoding.RATE;
    /** Length of a frame in milliseconds. */
    public static final int FRAME_MS = 20;
    /** Samples in a frame. */
    public static final int FRAME = RATE * FRAME_MS / 1000;

    private Pcm() {}
}
