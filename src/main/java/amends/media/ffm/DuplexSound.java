package amends.media.ffm;

import amends.media.Pcm;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a stream open while it is wanted, on a thread of its own, and frames flowing between it and the media thread.
 * The device's clock is not the media thread's: each way holds a cushion, and what stays above it for two seconds is
 * delay and is dropped.
 */
final class DuplexSound {
    private static final Logger LOG = LoggerFactory.getLogger(DuplexSound.class);
    private static final long LOOK_NANOS = 500_000_000L;
    private static final long RETRY_NANOS = 3_000_000_000L;
    private static final long PATIENCE_MILLIS = 1000;
    /** Waits beside the frame that is taken, and before the first that is played: 20 ms. */
    private static final int CUSHION = Pcm.FRAME;
    /** Frames over which the least that waited is taken for lasting delay: 2 s. */
    private static final int WINDOW = 100;

    /** Opens the devices. */
    interface Opener {
        NativeStream open() throws IOException;

        /** Whether what is open would be better opened anew. */
        default boolean outdated() {
            return false;
        }
    }

    private final Opener opener;
    private final short[] rest = new short[Pcm.FRAME];
    private final Thread thread;
    private volatile NativeStream stream;
    private final Lock device = new ReentrantLock();
    private volatile boolean wanted;
    private volatile boolean stale;
    private volatile String trouble = "";
    private boolean listening;
    private boolean speaking;
    private int reads;
    private long leastToRead = Long.MAX_VALUE;
    private int writes;
    private long leastToPlay = Long.MAX_VALUE;

    DuplexSound(Opener opener) {
        this.opener = opener;
        thread = Thread.ofPlatform().name("sound").daemon(true).start(this::look);
    }

    void wanted(boolean yes) {
        wanted = yes;
        LockSupport.unpark(thread);
    }

    /** Another device is wished: what is open is closed, and opened anew. */
    void again() {
        stale = true;
        LockSupport.unpark(thread);
    }

    /** Runs it unless a stream is open, or being opened for longer than a second; nothing is opened meanwhile. */
    void whileClosed(Runnable work) {
        try {
            if (!device.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (stream == null) work.run();
        } finally {
            device.unlock();
        }
    }

    String trouble() {
        return trouble;
    }

    /** Opens what is wanted, closes what is not or what stopped by itself. */
    private void look() {
        while (true) {
            device.lock();
            long rest;
            try {
                rest = lookOnce();
            } finally {
                device.unlock();
            }
            LockSupport.parkNanos(rest);
        }
    }

    /** @return nanoseconds until the next look */
    private long lookOnce() {
        NativeStream now = stream;
        if (now != null && opener.outdated()) stale = true;
        if (now != null && (!wanted || stale || !now.runs())) close(now);
        else if (now == null && wanted && !opened()) return RETRY_NANOS;
        return LOOK_NANOS;
    }

    private void close(NativeStream now) {
        stream = null;
        if (wanted && !stale) LOG.warn("sound: the device stopped; looking for it again");
        now.close();
        LockSupport.unpark(thread);
    }

    private boolean opened() {
        try {
            stale = false;
            stream = opener.open();
            trouble = "";
            return true;
        } catch (IOException | RuntimeException e) {
            String line = "sound: " + e.getMessage() + ".";
            if (!line.equals(trouble)) LOG.warn("{}", line);
            trouble = line;
            return false;
        }
    }

    /** Media thread. */
    void read(short[] frame) {
        NativeStream now = stream;
        long there = now == null ? 0 : now.standing().toRead();
        if (there < frame.length + (listening ? 0 : CUSHION)) {
            listening = false;
            Arrays.fill(frame, (short) 0);
            return;
        }
        listening = true;
        now.read(frame, frame.length);
        leastToRead = Math.min(leastToRead, there - frame.length);
        if (++reads % WINDOW != 0) return;
        int late = (int) Math.min(rest.length, leastToRead - CUSHION);
        if (late > 0) now.read(rest, late);
        leastToRead = Long.MAX_VALUE;
    }

    /** Media thread. */
    void write(short[] frame) {
        NativeStream now = stream;
        if (now == null) {
            speaking = false;
            return;
        }
        long there = now.standing().toPlay();
        if (there == 0 || !speaking) {
            Arrays.fill(rest, (short) 0);
            now.write(rest, CUSHION);
        }
        speaking = true;
        leastToPlay = Math.min(leastToPlay, there);
        int late = 0;
        if (++writes % WINDOW == 0) {
            late = (int) Math.clamp(leastToPlay - CUSHION, 0, frame.length);
            leastToPlay = Long.MAX_VALUE;
        }
        now.write(frame, frame.length - late);
    }
}
