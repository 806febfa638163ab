package amends.recording;

import java.util.List;
import java.util.UUID;

/** The recordings as one person uses them: listed, heard. Blocks: only on virtual threads. */
public interface RecordingLibrary {
    /** The person's own, newest first. */
    List<Recording> latest(int most);

    /**
     * The sound of a recording, as far as it is whole.
     *
     * @throws CannotOpen when it is not theirs to hear, this desk has no key to open it, or the file is missing or damaged
     */
    Sound open(UUID recording) throws CannotOpen;

    /**
     * Both sides of a call, sample by sample in step.
     *
     * @param customer left channel, {@code rate} samples a second, 16-bit linear
     * @param agent right channel, as long as the left
     */
    record Sound(int rate, short[] customer, short[] agent) {}

    /** Why a recording cannot be heard, for people to be told in their language; the message is for the log. */
    enum Obstacle {
        NO_SUCH_RECORDING,
        NOT_PERMITTED,
        /** The keys that open it are not in this home. */
        NO_KEY,
        FILE_MISSING,
        DAMAGED,
        TOO_LONG,
        /** The database does not answer. */
        UNAVAILABLE
    }

    final class CannotOpen extends Exception {
        private static final long serialVersionUID = 1;
        private final Obstacle obstacle;

        public CannotOpen(Obstacle obstacle, String why, Throwable cause) {
            super(why, cause);
            this.obstacle = obstacle;
        }

        public Obstacle obstacle() {
            return obstacle;
        }
    }
}
