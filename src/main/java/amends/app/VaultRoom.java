package amends.app;

import amends.customer.jdbc.RecordingRecords;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.recording.ErasingRecordings;
import amends.recording.RecordingBooks;
import amends.recording.RecordingErasure;
import amends.recording.RecordingRecovery;
import amends.recording.Recordings;
import amends.recording.Sealing;
import amends.recording.SoundFormat;
import amends.recording.VaultLibrary;
import amends.recording.folder.FolderVault;
import amends.recording.jdbc.JdbcChainAnchors;
import amends.recording.jdbc.JdbcPublicKeys;
import amends.recording.jdbc.JdbcRecordings;
import amends.recording.ogg.OggOpus;
import amends.recording.tink.VaultKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The recordings of a desk: the folder, its keys, the facts in the database. */
record VaultRoom(
        FolderVault vault,
        Sealing sealing,
        SoundFormat format,
        Recordings recordings,
        JdbcChainAnchors anchors,
        RecordingBooks books,
        VaultLibrary library)
        implements AutoCloseable {

    static VaultRoom open(Path folder, Home home, StoreRoom store, Timekeeper time) throws IOException {
        var vault = new FolderVault(folder);
        Sealing sealing = store.isPersonal() ? sealingOnly(store) : VaultKeys.sealingOrNew(home.keys());
        var format = new OggOpus();
        var recordings = new JdbcRecordings(store.database());
        var anchors = new JdbcChainAnchors(store.database());
        var books = new RecordingBooks(store.database(), recordings, anchors, store.duties(), time, store.keys());
        return new VaultRoom(
                vault, sealing, format, recordings, anchors, books, new VaultLibrary(vault, sealing, format));
    }

    /** A personal desk has no private key of the vault: it could open what its agent may not hear. */
    private static Sealing sealingOnly(StoreRoom store) throws IOException {
        String keys = new JdbcPublicKeys(store.database())
                .text()
                .orElseThrow(() -> new Trouble(
                        Exit.UNAVAILABLE,
                        "The database has no key to seal recordings with: let its owner run 'amends db staff-add'."));
        return VaultKeys.sealing(keys);
    }

    /** Erases here what was asked to be erased with its person. */
    DutyHandler erasing() {
        var erasure = new RecordingErasure(vault, books, Timekeeper.system());
        return new ErasingRecordings(RecordingRecords.ERASE, recordings, vault, erasure);
    }

    /** What an earlier run of this desk left open is surveyed now and closed in the background. */
    void recoverInBackground(Timekeeper time) {
        var found = RecordingRecovery.survey(vault, sealing, format, books, time);
        Thread.ofVirtual().name("recording-recovery").start(found::recover);
    }

    @Override
    public void close() {
        books.close();
        try {
            vault.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
