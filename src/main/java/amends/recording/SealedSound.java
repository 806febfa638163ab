package amends.recording;

import amends.media.Pcm;
import amends.recording.RecordingLibrary.CannotOpen;
import amends.recording.RecordingLibrary.Obstacle;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;

/** The sound of one vault file, followed to its end or to the first fault. Owned by one thread. */
final class SealedSound {
    /** How it ended. */
    sealed interface Outcome {
        Duration length();

        record Whole(Duration length) implements Outcome {}

        /** It was not written to its end, and no more can be said against it. */
        record Torn(Duration length) implements Outcome {}

        /** @param length how much is whole before the fault */
        record Faulty(Duration length, String what) implements Outcome {}
    }

    private final boolean marked;
    private final boolean markedSealed;
    private final SealedStream stream;
    private SoundFormat.SoundReader reader;
    private String fault;

    SealedSound(SeekableByteChannel file, SealedFile.Readable parts, Sealing.SegmentOpener opener, SoundFormat format)
            throws IOException {
        marked = parts.mark().isPresent();
        markedSealed = marked && parts.mark().get().state() == Recording.State.SEALED;
        stream = new SealedStream(file, parts, opener);
        try {
            reader = format.reader(stream);
        } catch (IOException e) {
            fault = e.getMessage();
        }
    }

    /** Opens a vault file to hear it. */
    static SealedSound open(SeekableByteChannel file, Sealing sealing, SoundFormat format)
            throws CannotOpen, IOException {
        return switch (SealedFile.read(file)) {
            case SealedFile.Foreign(var why) -> throw new CannotOpen(Obstacle.DAMAGED, "not a recording: " + why, null);
            case SealedFile.HeaderChanged() ->
                throw new CannotOpen(Obstacle.DAMAGED, "it is damaged: its header was changed", null);
            case SealedFile.CutInHeader() ->
                throw new CannotOpen(Obstacle.DAMAGED, "it ends before the sound begins", null);
            case SealedFile.Readable parts ->
                switch (sealing.unwrap(parts.header().id(), parts.header().wrappedKey())) {
                    case Sealing.Unwrapping.Opened(var opener) -> new SealedSound(file, parts, opener, format);
                    case Sealing.Unwrapping.NoKey(var why) -> throw new CannotOpen(Obstacle.NO_KEY, why, null);
                    case Sealing.Unwrapping.Broken(var why) ->
                        throw new CannotOpen(Obstacle.DAMAGED, "it is damaged: " + why, null);
                };
        };
    }

    int rate() {
        return reader == null ? Pcm.RATE : reader.rate();
    }

    /** The next bit of sound; null at the end or where the fault is. */
    SoundFormat.Stretch next() {
        try {
            return fault == null ? reader.next() : null;
        } catch (IOException e) {
            fault = e.getMessage();
            return null;
        }
    }

    /** Follows the rest without decoding it. */
    Outcome outcome() throws IOException {
        try {
            while (fault == null && reader.skip()) {}
        } catch (IOException e) {
            fault = e.getMessage();
        }
        boolean ended = reader != null && reader.ended();
        if (ended && stream.read() >= 0) fault = "there is more after the sound's end";
        return judged(reader == null ? Duration.ZERO : reader.position(), ended);
    }

    private Outcome judged(Duration length, boolean ended) {
        return switch (stream.end()) {
            case BROKEN -> new Outcome.Faulty(length, "the sealed sound was changed from here on");
            case TORN ->
                markedSealed
                        ? new Outcome.Faulty(length, "the sealed sound was changed or cut from here on")
                        : new Outcome.Torn(length);
            case NOT_YET, WHOLE -> {
                if (fault != null) yield new Outcome.Faulty(length, fault);
                if (!ended) yield new Outcome.Faulty(length, "the sound stops without its end");
                yield marked && !markedSealed ? new Outcome.Torn(length) : new Outcome.Whole(length);
            }
        };
    }
}
