package amends.media;

/** A microphone, or what stands for one. Owned by the media thread that reads it; {@link #close} from any thread. */
public interface AudioSource extends AutoCloseable {
    /**
     * Fills one frame of {@link Pcm#FRAME} samples, with silence where nothing is there. Never blocks longer than it
     * takes to copy, never throws: a device that fails goes silent and is reopened behind this.
     */
    void read(short[] frame);

    /** Nobody listens in this tick: what was heard in it is never told. As {@link #read} otherwise. */
    default void skip() {}

    @Override
    void close();
}
