package amends.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** The clear parts of a vault file, as they were found. Memory is bounded whatever the file holds. */
sealed interface SealedFile {
    /** @param why for people */
    record Foreign(String why) implements SealedFile {}

    /** The desk died in the very act of beginning it. */
    record CutInHeader() implements SealedFile {}

    record HeaderChanged() implements SealedFile {}

    /**
     * @param bound the header's bytes, to which the sealed stream is bound
     * @param mark how the file ended; empty when it was never closed
     * @param announced whether the customer is known to have been told
     * @param markChanged there is something in the mark's place that is none
     * @param length of the whole file
     */
    record Readable(
            FileHeader header,
            byte[] bound,
            Optional<SealMark> mark,
            boolean announced,
            boolean markChanged,
            long length)
            implements SealedFile {
        /** Where the sealed stream begins. */
        long streamAt() {
            return bound.length + (long) SealMark.LENGTH;
        }

        boolean shorterThanMarked() {
            return mark.isPresent() && length < mark.get().fileLength();
        }

        boolean longerThanMarked() {
            return mark.isPresent() && length > mark.get().fileLength();
        }
    }

    static SealedFile read(SeekableByteChannel file) throws IOException {
        var start = ByteBuffer.allocate(FileHeader.MAGIC_LENGTH + 4);
        int got = fill(file, 0, start);
        if (got == 0) return new Foreign("it is empty");
        if (!FileHeader.magicAt(start.array(), got)) return new Foreign("it does not begin as a recording does");
        if (got < start.capacity()) return new CutInHeader();
        int length = FileHeader.lengthIn(start);
        if (length < 0) return new HeaderChanged();
        byte[] bound = new byte[length];
        if (fill(file, 0, ByteBuffer.wrap(bound)) < length) return new CutInHeader();
        var header = FileHeader.decoded(bound);
        return header == null ? new HeaderChanged() : marked(file, header, bound);
    }

    private static SealedFile marked(SeekableByteChannel file, FileHeader header, byte[] bound) throws IOException {
        byte[] place = new byte[SealMark.LENGTH];
        boolean whole = fill(file, bound.length, ByteBuffer.wrap(place)) == SealMark.LENGTH;
        var found = whole ? Optional.ofNullable(SealMark.decoded(place)) : Optional.<SealMark>empty();
        boolean changed = found.isEmpty() && !SealMark.unset(place);
        boolean announced = found.map(SealMark::announced).orElse(false);
        return new Readable(header, bound, found.filter(SealMark::closed), announced, changed, file.size());
    }

    /** Reads from a place until the buffer is full or the file ends; how much there was. */
    static int fill(SeekableByteChannel file, long at, ByteBuffer into) throws IOException {
        int from = into.position();
        file.position(at);
        while (into.hasRemaining() && file.read(into) >= 0) {}
        return into.position() - from;
    }
}
