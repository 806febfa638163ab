package amends.recording;

import amends.kernel.Timekeeper;
import amends.recording.RecordingLedger.DeskLink;
import java.io.IOException;

/**
 * Deletes a recording's sound and its salt with it, and leaves a tombstone in the chain, so that what is missing is
 * known to be missing on purpose. Blocks.
 */
public final class RecordingErasure {
    private final Vault vault;
    private final RecordingLedger ledger;
    private final Timekeeper time;

    public RecordingErasure(Vault vault, RecordingLedger ledger, Timekeeper time) {
        this.vault = vault;
        this.ledger = ledger;
        this.time = time;
    }

    /** The tombstone comes first: after a crash in between the next start deletes the file. */
    public void erase(Recording recording) throws IOException {
        var link = vault.chain()
                .append(ChainLink.Kind.TOMBSTONE, recording.id(), ChainLink.NOTHING, ChainLink.NOTHING, time.now());
        vault.delete(recording.file());
        ledger.linked(new DeskLink(vault.chain().desk(), link));
    }
}
