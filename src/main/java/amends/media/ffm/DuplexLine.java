package amends.media.ffm;

/**
 * A microphone and a loudspeaker that run on one clock, behind rings. Reading and writing never wait: while it is being
 * closed they find nothing. One thread reads and writes, any thread closes.
 */
interface DuplexLine extends AutoCloseable {
    /** How it stands, in samples; see amends_stream_state. */
    record Standing(long toRead, long toPlay, long lost, long silent) {
        static final Standing OVER = new Standing(0, 0, 0, 0);
    }

    /** Takes samples that were heard. @return how many */
    int read(short[] pcm, int count);

    /** Gives samples to be played. @return how many were taken */
    int write(short[] pcm, int count);

    Standing standing();

    /** Whether the device still moves sound. For the one thread that looks after it. */
    boolean runs();

    /** Blocks while the device closes. Idempotent. */
    @Override
    void close();
}
