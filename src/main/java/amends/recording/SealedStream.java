package amends.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Opens a sealed stream as far as it is exactly what was written, and then says how it ended. Never throws because of
 * what the file holds: the stream simply ends, and {@link #end} tells why.
 */
final class SealedStream extends InputStream {
    enum End {
        NOT_YET,
        /** The last segment says that it is the last: nothing is missing. */
        WHOLE,
        /** Ends after a segment that was not the last, or within one: the writer died. */
        TORN,
        /** A segment is not what was written. */
        BROKEN
    }

    private final SeekableByteChannel file;
    private final Sealing.SegmentOpener opener;
    private final byte[] sealed;
    private final long length;
    private long at;
    private int number;
    private byte[] open = new byte[0];
    private int next;
    private End end = End.NOT_YET;

    SealedStream(SeekableByteChannel file, SealedFile.Readable parts, Sealing.SegmentOpener opener) throws IOException {
        this.file = file;
        this.opener = opener;
        sealed = new byte[opener.segmentLength()];
        length = parts.length();
        byte[] header = new byte[opener.headerLength()];
        at = parts.streamAt();
        if (SealedFile.fill(file, at, ByteBuffer.wrap(header)) < header.length) end = End.TORN;
        else if (!opener.begin(header, parts.bound())) end = End.BROKEN;
        at += header.length;
    }

    End end() {
        return end;
    }

    @Override
    public int read() throws IOException {
        return more() ? open[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) return 0;
        if (!more()) return -1;
        int count = Math.min(most, open.length - next);
        System.arraycopy(open, next, into, from, count);
        next += count;
        return count;
    }

    private boolean more() throws IOException {
        while (next == open.length) {
            if (end != End.NOT_YET) return false;
            advance();
        }
        return true;
    }

    private void advance() throws IOException {
        int full = number == 0 ? sealed.length - opener.headerLength() : sealed.length;
        int here =
                SealedFile.fill(file, at, ByteBuffer.wrap(sealed, 0, (int) Math.min(full, Math.max(0, length - at))));
        if (here == 0) {
            end = End.TORN;
            return;
        }
        boolean more = at + here < length;
        byte[] opened = more ? null : opener.open(sealed, here, number, true);
        if (opened != null) {
            end = End.WHOLE;
        } else if (here == full) {
            opened = opener.open(sealed, here, number, false);
            if (opened == null) end = End.BROKEN;
        } else {
            end = End.TORN;
        }
        at += here;
        number++;
        next = 0;
        open = opened == null ? new byte[0] : opened;
    }
}
