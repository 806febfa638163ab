package amends.recording;

import java.util.Optional;
import java.util.UUID;

/**
 * Each recording's own key, for desks that have no private key of the vault: kept by who recorded, given out one by
 * one to who may hear it. Blocks.
 */
public interface RecordingKeys {
    /** Keeps the key of a recording made here; the first one stays. */
    void keep(UUID recording, byte[] secret);

    /**
     * Empty when none is kept.
     *
     * @param entry of the audit trail, stored before: that this person listens to this recording
     */
    Optional<byte[]> of(UUID entry);

    /** Where the desk opens recordings with the vault's private key. */
    static RecordingKeys none() {
        return new RecordingKeys() {
            @Override
            public void keep(UUID recording, byte[] secret) {}

            @Override
            public Optional<byte[]> of(UUID entry) {
                return Optional.empty();
            }
        };
    }
}
