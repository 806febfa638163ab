package amends.media.ffm;

import amends.media.AudioSink;
import amends.media.AudioSource;
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
 * The device's clock is not the media thread's: each way holds a {@link Cushion}, and what stays above or below it for two
 * seconds is left out or made up, see {@link Waiting}.
 */
final class DuplexSound {
    private static final Logger LOG = LoggerFactory.getLogger(DuplexSound.class);
    private static final long LOOK_NANOS = 500_000_000L;
    private static final long RETRY_NANOS = 3_000_000_000L;
    private static final long PATIENCE_MILLIS = 1000;
    /** 5 ms. */
    private static final int BLEND = Pcm.RATE / 200;

    /** Opens the devices. */
    interface Opener {
        DuplexLine open() throws IOException;

        /** Whether what is open would be better opened anew. */
        default boolean outdated() {
            return false;
        }
    }

    private final Opener opener;
    private final short[] rest = new short[Pcm.FRAME];
    private final Thread thread;
    private volatile DuplexLine stream;
    private final Lock device = new ReentrantLock();
    private volatile boolean wanted;
    private volatile boolean stale;
    private volatile String trouble = "";
    private boolean listening;
    private boolean speaking;
    private final Cushion heard = new Cushion();
    private final Cushion said = new Cushion();
    private final Waiting toRead = new Waiting();
    private final Waiting toPlay = new Waiting();
    /** Samples that wait too long and are left out at the next reading; too few when it is negative. */
    private int surplus;

    /** The same of what is to be played. */
    private int excess;

    DuplexSound(Opener opener) {
        this.opener = opener;
        thread = Thread.ofPlatform().name("sound").daemon(true).start(this::look);
    }

    /** @param closed told once it is not used any more; may be told again */
    AudioSource microphone(Runnable closed) {
        return new AudioSource() {
            @Override
            public void read(short[] frame) {
                DuplexSound.this.read(frame);
            }

            @Override
            public void skip() {
                unread();
            }

            @Override
            public void close() {
                closed.run();
            }
        };
    }

    /** @param closed as of {@link #microphone} */
    AudioSink speaker(Runnable closed) {
        return new AudioSink() {
            @Override
            public void write(short[] frame) {
                DuplexSound.this.write(frame);
            }

            @Override
            public void pause() {
                speaking = false;
            }

            @Override
            public void close() {
                closed.run();
            }
        };
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
        DuplexLine now = stream;
        if (now != null && opener.outdated()) stale = true;
        if (now != null && (!wanted || stale || !now.runs())) close(now);
        else if (now == null && wanted && !opened()) return RETRY_NANOS;
        return LOOK_NANOS;
    }

    private void close(DuplexLine now) {
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

    private void read(short[] frame) {
        DuplexLine now = stream;
        long there = now == null ? 0 : now.standing().toRead();
        if (there < frame.length + (listening ? 0 : heard.samples())) {
            if (listening) heard.starved();
            listening = false;
            Arrays.fill(frame, (short) 0);
            return;
        }
        listening = true;
        heard.held();
        int left = surplus <= 0 || there < frame.length + surplus ? 0 : leftOut(now);
        int taken = frame.length + Math.min(0, surplus);
        now.read(frame, taken);
        stretch(frame, taken);
        blend(rest, frame, left);
        if (left == 0) toRead.saw(there - taken);
        surplus = toRead.correction(heard.samples());
    }

    /** The rings keep the oldest: what is not taken out now would be the first that is heard later. */
    private void unread() {
        DuplexLine now = stream;
        if (now != null)
            for (long there = now.standing().toRead(); there > 0; there -= rest.length)
                now.read(rest, (int) Math.min(there, rest.length));
        listening = false;
        surplus = 0;
        toRead.restart();
    }

    private void write(short[] frame) {
        DuplexLine now = stream;
        if (now == null) {
            speaking = false;
            return;
        }
        long there = now.standing().toPlay();
        if (there == 0 && speaking) said.starved();
        else said.held();
        int missing = (int) Math.max(0, said.samples() - there);
        if (there == 0 || !speaking) now.write(new short[missing], missing);
        else toPlay.saw(there);
        speaking = true;
        int late = Math.min(excess, frame.length);
        short[] played = Arrays.copyOfRange(frame, Math.max(0, late), frame.length - Math.min(0, late));
        if (late > 0) blend(frame, played, late);
        else stretch(played, frame.length);
        excess -= late;
        now.write(played, played.length);
        int correction = toPlay.correction(said.samples());
        if (correction != 0) excess = correction;
    }

    /** Spreads what fills only a part of the frame evenly over all of it. */
    private static void stretch(short[] frame, int filled) {
        if (filled == frame.length) return;
        double step = (double) (filled - 1) / (frame.length - 1);
        for (int i = frame.length - 1; i > 0; i--) {
            int from = (int) (i * step);
            double share = i * step - from;
            int next = frame[Math.min(from + 1, filled - 1)];
            frame[i] = (short) Math.round(frame[from] + share * (next - frame[from]));
        }
    }

    /** @return samples in rest */
    private int leftOut(DuplexLine now) {
        for (int more = surplus - rest.length; more > 0; more -= rest.length)
            now.read(rest, Math.min(more, rest.length));
        return now.read(rest, Math.min(surplus, rest.length));
    }

    /** What is left out before this sound goes over into it, so that no seam is heard. */
    private static void blend(short[] leftOut, short[] into, int length) {
        int blended = Math.min(BLEND, Math.min(length, into.length));
        for (int i = 0; i < blended; i++) into[i] = (short) ((leftOut[i] * (blended - i) + into[i] * i) / blended);
    }
}
