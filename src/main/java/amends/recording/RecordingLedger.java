package amends.recording;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Takes note of recordings' facts; never blocks and never fails: what cannot be stored now is stored later. */
public interface RecordingLedger {
    /** @param link what the desk's chain says of it, once it does */
    void enter(Recording recording, Optional<DeskLink> link);

    /** Keeps the key of a recording that begins, where keys are kept. */
    default void key(UUID recording, byte[] secret) {}

    /** Keeps a link whose recording has no file; a tombstone strikes the recording out. */
    void linked(DeskLink link);

    /**
     * Enters what the database never heard of, once it answers.
     *
     * @param missing called with the last link of the desk's chain that the database has, 0 for none
     */
    void enterMissing(String desk, LongConsumer missing);

    /** A link and the desk whose chain it is in. */
    record DeskLink(String desk, ChainLink link) {}
}
