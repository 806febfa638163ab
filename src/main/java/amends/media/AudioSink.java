package amends.media;

/** A loudspeaker, or what stands for one. Owned by the media thread that writes it; {@link #close} from any thread. */
public interface AudioSink extends AutoCloseable {
    /** Takes one frame of {@link Pcm#FRAME} samples; drops it rather than block. Never throws. */
    void write(short[] frame);

    /** Nothing is to be heard in this tick. As {@link #write} otherwise. */
    default void pause() {}

    @Override
    void close();
}
