package amends.recording;

import amends.kernel.Timekeeper;
import amends.recording.RecordingLedger.DeskLink;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is done once a file gets no more sound: it is marked, and linked into the desk's chain. */
final class RecordingClosing {
    private final Vault vault;
    private final Sealing sealing;
    private final SoundFormat format;
    private final Timekeeper time;

    RecordingClosing(Vault vault, Sealing sealing, SoundFormat format, Timekeeper time) {
        this.vault = vault;
        this.sealing = sealing;
        this.format = format;
        this.time = time;
    }

    /** @param link missing where the chain could not take it */
    record Closed(Recording recording, Optional<DeskLink> link) {}

    DeskLink link(FileHeader header, Recording recording) throws IOException {
        try (var file = vault.read(recording.file())) {
            var kind = recording.state() == Recording.State.SEALED ? ChainLink.Kind.SEALED : ChainLink.Kind.INTERRUPTED;
            String whole = RecordingFacts.digest(file, header.salt());
            String facts = RecordingFacts.digest(recording, header.salt());
            var link = vault.chain().append(kind, recording.id(), whole, facts, time.now());
            return new DeskLink(vault.chain().desk(), link);
        }
    }

    /** Closes a file that was not closed, or only lacks its link; empty when nothing in it can be told. */
    Optional<Closed> interrupted(String name) throws IOException {
        Closed closed;
        FileHeader header;
        try (var file = vault.change(name)) {
            if (!(SealedFile.read(file) instanceof SealedFile.Readable parts)) return Optional.empty();
            header = parts.header();
            SealMark mark = parts.mark().isPresent() ? parts.mark().get() : marked(file, parts);
            closed = new Closed(RecordingFacts.row(header, mark, name), Optional.empty());
        }
        return Optional.of(new Closed(closed.recording(), Optional.of(link(header, closed.recording()))));
    }

    private SealMark marked(SeekableByteChannel file, SealedFile.Readable parts) throws IOException {
        SealedSound.Outcome outcome = outcome(file, parts);
        var state = outcome instanceof SealedSound.Outcome.Whole ? Recording.State.SEALED : Recording.State.INTERRUPTED;
        Duration length = outcome.length();
        Instant ended = parts.header().began().plus(length);
        long fileLength = Math.max(parts.length(), parts.streamAt());
        var mark = new SealMark(state, parts.announced(), fileLength, length, ended);
        mark.writeTo(file, parts.bound().length);
        vault.settle(file);
        return mark;
    }

    /** A desk without the private key can tell the length by the constant rate alone. */
    private SealedSound.Outcome outcome(SeekableByteChannel file, SealedFile.Readable parts) throws IOException {
        if (sealing.unwrap(parts.header().id(), parts.header().wrappedKey())
                instanceof Sealing.Unwrapping.Opened(var opener))
            return new SealedSound(file, parts, opener, format).outcome();
        return new SealedSound.Outcome.Torn(format.heldBy(sealing.openable(parts.length() - parts.streamAt())));
    }
}
