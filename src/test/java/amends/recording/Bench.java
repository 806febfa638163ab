package amends.recording;

import amends.kernel.Timekeeper;
import amends.media.Pcm;
import amends.recording.folder.FolderVault;
import amends.recording.ogg.OggOpus;
import amends.recording.tink.TinkSealing;
import amends.recording.tink.VaultKeys;
import amends.telephony.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** A vault with keys in a folder of its own, and a ledger that keeps what is entered. */
final class Bench implements RecordingLedger, AutoCloseable {
    static final UUID AGENT = UUID.fromString("0198d1c4-0000-7000-8000-000000001001");
    static final CallId CALL = new CallId("a84b4c76e66710@192.0.2.7");
    static final Instant BEGAN = Instant.parse("2026-01-05T01:00:00.123456Z");

    record Entry(Recording recording, Optional<DeskLink> link) {}

    final Path root;
    final FolderVault vault;
    final TinkSealing sealing;
    final OggOpus format = new OggOpus();
    final Timekeeper time = Timekeeper.system();
    final List<Entry> entries = new CopyOnWriteArrayList<>();
    final List<DeskLink> links = new CopyOnWriteArrayList<>();
    long stored;

    Bench(Path folder) {
        try {
            root = folder.resolve("recordings");
            vault = new FolderVault(root);
            sealing = VaultKeys.sealingOrNew(folder.resolve("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void enter(Recording recording, Optional<DeskLink> link) {
        entries.add(new Entry(recording, link));
    }

    @Override
    public void linked(DeskLink link) {
        links.add(link);
    }

    @Override
    public void enterMissing(String desk, LongConsumer missing) {
        missing.accept(stored);
    }

    Recorder recorder() {
        return new Recorder(vault, sealing, format, this, () -> AGENT, time);
    }

    RecordingCheck check() {
        return new RecordingCheck(vault, sealing, format);
    }

    RecordingClosing closing() {
        return new RecordingClosing(vault, sealing, format, time);
    }

    RecordingRecovery survey() {
        return RecordingRecovery.survey(vault, sealing, format, this, time);
    }

    /** A file as a desk leaves it that dies after so much sound. */
    Path dead(UUID id, short[] customer, short[] agent) {
        try (RecordingFile file = written(id, customer, agent)) {
            return vault.path(file.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that was sealed and linked as it should be. */
    Path sealed(UUID id, short[] customer, short[] agent) {
        try (RecordingFile file = written(id, customer, agent)) {
            var recording = file.seal(true, BEGAN.plusSeconds(60));
            closing().link(file.header(), recording);
            return vault.path(file.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordingFile written(UUID id, short[] customer, short[] agent) throws IOException {
        var about = new RunningRecording.About(id, CALL, AGENT, BEGAN);
        var file = RecordingFile.create(about, vault, sealing, format);
        int frames = Math.max(customer.length, agent.length) / Pcm.FRAME;
        for (int i = 0; i < frames; i++) file.frame(Voices.frame(customer, i), Voices.frame(agent, i));
        return file;
    }

    CheckResult verify(byte[] bytes) {
        try {
            Path copy = root.resolveSibling("copy");
            Files.write(copy, bytes);
            return check().verify(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordingLibrary.Sound hear(Path file) throws RecordingLibrary.CannotOpen {
        var customer = new ArrayList<short[]>();
        var agent = new ArrayList<short[]>();
        try (var channel = Files.newByteChannel(file)) {
            var sound = SealedSound.open(channel, sealing, format);
            for (var stretch = sound.next(); stretch != null; stretch = sound.next()) {
                customer.add(stretch.customer());
                agent.add(stretch.agent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RecordingLibrary.Sound(
                Pcm.RATE,
                Voices.joined(customer.toArray(short[][]::new)),
                Voices.joined(agent.toArray(short[][]::new)));
    }

    @Override
    public void close() throws IOException {
        vault.close();
    }
}
