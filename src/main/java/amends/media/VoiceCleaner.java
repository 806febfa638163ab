package amends.media;

/**
 * Treats the agent's voice, one frame of {@link Pcm#FRAME} samples after the other, in step with what the loudspeaker
 * plays. One thread; never blocks, never throws: what cannot be treated passes as it is.
 */
public interface VoiceCleaner extends AutoCloseable {
    /** What goes to the loudspeaker now: an echo is known by it. The frame is left as it is. */
    void plays(short[] frame);

    /** What came from the microphone; changed in place. */
    void clean(short[] frame);

    /** No frame follows. */
    @Override
    void close();

    /** Makes cleaners. */
    interface Maker {
        /** Blocks for a moment, for a second or so the first time. {@link VoiceCleaner#NONE} where it cannot be done. */
        VoiceCleaner make(VoiceTreatment treatment);

        Maker NONE = treatment -> VoiceCleaner.NONE;
    }

    VoiceCleaner NONE = new VoiceCleaner() {
        @Override
        public void plays(short[] frame) {}

        @Override
        public void clean(short[] frame) {}

        @Override
        public void close() {}
    };
}
