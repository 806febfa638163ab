package amends.recording;

import amends.recording.CheckResult.Damaged;
import amends.recording.CheckResult.Interrupted;
import amends.recording.CheckResult.NotARecording;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Tells whether a file is what was recorded: all of it, a part of it, or something else. Blocks. */
public final class RecordingCheck {
    private final Sealing sealing;
    private final SoundFormat format;
    private final ChainSearch chains;

    /** @param vault whose chains are asked; the file itself may lie anywhere */
    public RecordingCheck(Vault vault, Sealing sealing, SoundFormat format) {
        this(vault, sealing, format, Optional.empty());
    }

    /** @param anchors what the database keeps of the chains: tells a chain that was rewritten as a whole */
    public RecordingCheck(Vault vault, Sealing sealing, SoundFormat format, Optional<ChainAnchors> anchors) {
        this.sealing = sealing;
        this.format = format;
        chains = new ChainSearch(vault, anchors);
    }

    /** @throws IOException when the file cannot be read at all */
    public CheckResult verify(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return new NotARecording("it is no file");
        try (var channel = Files.newByteChannel(file)) {
            return verify(channel);
        }
    }

    CheckResult verify(SeekableByteChannel file) throws IOException {
        return switch (SealedFile.read(file)) {
            case SealedFile.Foreign(var why) -> new NotARecording(why);
            case SealedFile.CutInHeader() ->
                new Interrupted(Optional.empty(), Duration.ZERO, new ChainFinding.NotInChain());
            case SealedFile.HeaderChanged() ->
                new Damaged(Optional.empty(), Duration.ZERO, "its header was changed", new ChainFinding.NotInChain());
            case SealedFile.Readable parts -> verify(file, parts);
        };
    }

    private CheckResult verify(SeekableByteChannel file, SealedFile.Readable parts) throws IOException {
        var facts = RecordingFacts.of(parts.header());
        ChainFinding chain = chains.find(file, parts);
        return switch (sealing.unwrap(facts.id(), parts.header().wrappedKey())) {
            case Sealing.Unwrapping.Opened(var opener) -> {
                var outcome = new SealedSound(file, parts, opener, format).outcome();
                yield judged(facts, outcome, fault(parts, chain), chain);
            }
            case Sealing.Unwrapping.NoKey(var why) ->
                fault(parts, chain)
                        .<CheckResult>map(what -> damaged(facts, Duration.ZERO, what, chain))
                        .orElseGet(() -> new CheckResult.NoKey(facts, why, chain));
            case Sealing.Unwrapping.Broken(var why) -> damaged(facts, Duration.ZERO, why, chain);
        };
    }

    private static CheckResult judged(
            RecordingFacts facts, SealedSound.Outcome outcome, Optional<String> fault, ChainFinding chain) {
        return switch (outcome) {
            case SealedSound.Outcome.Faulty(var where, var what) -> damaged(facts, where, fault.orElse(what), chain);
            case SealedSound.Outcome.Torn(var length) ->
                fault.<CheckResult>map(what -> damaged(facts, length, what, chain))
                        .orElseGet(() -> new Interrupted(Optional.of(facts), length, chain));
            case SealedSound.Outcome.Whole(var length) ->
                fault.<CheckResult>map(what -> damaged(facts, length, what, chain))
                        .orElseGet(() -> new CheckResult.SealedAndWhole(facts, length, chain));
        };
    }

    private static Damaged damaged(RecordingFacts facts, Duration where, String what, ChainFinding chain) {
        return new Damaged(Optional.of(facts), where, what, chain);
    }

    /** What can be held against the file without opening it. */
    private static Optional<String> fault(SealedFile.Readable parts, ChainFinding chain) {
        if (parts.markChanged()) return Optional.of("the mark of its end was changed");
        if (parts.shorterThanMarked()) {
            long missing = parts.mark().orElseThrow().fileLength() - parts.length();
            return Optional.of("it was cut after it was closed, " + missing + " bytes are missing");
        }
        if (parts.longerThanMarked()) return Optional.of("something was added after it was closed");
        return chain.against() ? Optional.of("it is not the file that was closed") : Optional.empty();
    }
}
