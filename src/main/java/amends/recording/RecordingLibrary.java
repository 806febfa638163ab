package amends.recording;

import java.util.List;
import java.util.UUID;

/** The recordings as people use them: listed, heard, checked. Blocks: only on virtual threads. */
public interface RecordingLibrary {
    /** Newest first. */
    List<Recording> latest(int most);

    /**
     * The sound of a recording, as far as it is whole.
     *
     * @throws CannotOpen when this desk has no key to open recordings, or the file is missing or damaged
     */
    Sound open(UUID recording) throws CannotOpen;

    /**
     * Both sides of a call, sample by sample in step.
     *
     * @param customer left channel, {@code rate} samples a second, 16-bit linear
     * @param agent right channel, as long as the left
     */
    record Sound(int rate, short[] customer, short[] agent) {}

    final class CannotOpen extends Exception {
        private static final long serialVersionUID = 1;

        public CannotOpen(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
