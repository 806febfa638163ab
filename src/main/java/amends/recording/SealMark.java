package amends.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Stands after the header in a place kept free for it, and says how the file ended, once it has: a file that was
 * closed and is shorter now was cut, one that was never closed is the work of a desk that died. While the file is
 * written the mark is absent, or RUNNING once the customer was told of the recording.
 *
 * <pre>
 * 1 state   1 announced   8 length of the whole file   8 sound, ms   8 ended, µs since 1970   6 free   8 digest
 * </pre>
 *
 * @param fileLength bytes of the whole file, header and mark included
 */
record SealMark(Recording.State state, boolean announced, long fileLength, Duration sound, Instant ended) {
    static final int LENGTH = 40;
    private static final int CHECK = 8;

    byte[] encoded() {
        var all = ByteBuffer.allocate(LENGTH);
        all.put((byte) (state.ordinal() + 1)).put((byte) (announced ? 1 : 0));
        all.putLong(fileLength).putLong(sound.toMillis()).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, ended));
        all.put(LENGTH - CHECK, Digests.sha256(all.array(), 0, LENGTH - CHECK), 0, CHECK);
        return all.array();
    }

    /** Leaves the place where writing goes on as it was. */
    void writeTo(SeekableByteChannel file, long at) throws IOException {
        var bytes = ByteBuffer.wrap(encoded());
        long before = file.position();
        file.position(at);
        while (bytes.hasRemaining()) file.write(bytes);
        file.position(before);
    }

    boolean closed() {
        return state != Recording.State.RUNNING;
    }

    static boolean unset(byte[] all) {
        return Arrays.equals(all, new byte[LENGTH]);
    }

    /** @return null when it is none: a byte of it was changed */
    static SealMark decoded(byte[] all) {
        int body = LENGTH - CHECK;
        if (!Arrays.equals(all, body, LENGTH, Digests.sha256(all, 0, body), 0, CHECK)) return null;
        var in = ByteBuffer.wrap(all);
        int state = in.get() - 1;
        if (state < 0 || state >= Recording.State.values().length) return null;
        return new SealMark(
                Recording.State.values()[state],
                in.get() == 1,
                in.getLong(),
                Duration.ofMillis(in.getLong()),
                Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS));
    }
}
