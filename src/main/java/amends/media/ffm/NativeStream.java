package amends.media.ffm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import amends.media.Pcm;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A stream of the library. */
final class NativeStream implements DuplexLine {
    /** No device on that side. */
    static final int NONE = -1;

    private static final int ERROR = 128;
    /** What the device is asked to move at a time: 5 ms. */
    static final int PERIOD = Pcm.FRAME / 4;
    /** The most that waits either way, in samples. */
    private static final int RING = Integer.highestOneBit(Pcm.RATE);

    private final AudioLibrary library;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment heard = arena.allocate(JAVA_SHORT, RING);
    private final MemorySegment spoken = arena.allocate(JAVA_SHORT, RING);
    private final MemorySegment state = arena.allocate(JAVA_LONG, 7);
    private final MemorySegment handle;
    private final MemorySegment looked = arena.allocate(JAVA_LONG, 7);
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    /** Blocks while the device opens. @throws IOException in the words of the system */
    NativeStream(AudioLibrary library, int microphone, int speaker) throws IOException {
        this.library = library;
        MemorySegment error = arena.allocate(ERROR);
        handle = (MemorySegment) AudioLibrary.called(
                () -> library.streamOpen.invoke(microphone, speaker, Pcm.RATE, PERIOD, RING, error));
        if (handle.equals(MemorySegment.NULL)) {
            String why = error.getString(0);
            arena.close();
            throw new IOException(why);
        }
    }

    @Override
    public int read(short[] pcm, int count) {
        return used(0, () -> {
            int taken = (int) library.streamRead.invoke(handle, heard, count);
            if (taken > 0) MemorySegment.copy(heard, JAVA_SHORT, 0, pcm, 0, taken);
            return Math.max(0, taken);
        });
    }

    @Override
    public int write(short[] pcm, int count) {
        return used(0, () -> {
            MemorySegment.copy(pcm, 0, spoken, JAVA_SHORT, 0, count);
            return Math.max(0, (int) library.streamWrite.invoke(handle, spoken, count));
        });
    }

    @Override
    public Standing standing() {
        return used(Standing.OVER, () -> {
            int failed = (int) library.streamState.invoke(handle, state);
            return failed < 0 ? Standing.OVER : new Standing(at(0), at(1), at(2), at(3));
        });
    }

    private long at(int index) {
        return state.getAtIndex(JAVA_LONG, index);
    }

    @Override
    public boolean runs() {
        return used(
                false,
                () -> (int) library.streamState.invoke(handle, looked) == 0 && looked.getAtIndex(JAVA_LONG, 4) == 1);
    }

    private interface Use<T> {
        T now() throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private <T> T used(T otherwise, Use<T> use) {
        Lock alive = life.readLock();
        if (!alive.tryLock()) return otherwise;
        try {
            return closed ? otherwise : (T) AudioLibrary.called(use::now);
        } finally {
            alive.unlock();
        }
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (closed) return;
            closed = true;
            AudioLibrary.called(() -> {
                library.streamClose.invoke(handle);
                return null;
            });
            arena.close();
        } finally {
            life.writeLock().unlock();
        }
    }

    /** A text of C in a piece of memory that this class never reads beyond. */
    static String text(MemorySegment memory) {
        byte[] bytes = memory.toArray(JAVA_BYTE);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) end++;
        return new String(bytes, 0, end, java.nio.charset.StandardCharsets.UTF_8);
    }
}
