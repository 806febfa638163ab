package amends.media.ffm;

import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Marker;
import amends.media.Pcm;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Devices that measure behind all that stands before a stream of the library. They keep time like a sound card that
 * moves what a stream of the library asks for and has three such pieces for the loudspeaker: what it takes is in the air
 * two pieces later. When it does
 * so has nothing to do with when the media thread wakes.
 */
public final class MeasuredDuplex {
    private static final int PERIOD = NativeStream.PERIOD;
    private static final long PERIOD_NANOS = PERIOD * 1_000_000_000L / Pcm.RATE;
    private static final int PIECES = 3;

    private final Timekeeper time;
    private final Marker marker;
    private final Random random;

    /** @param random where in the media thread's time the cards begin */
    public MeasuredDuplex(Timekeeper time, Marker marker, Random random) {
        this.time = time;
        this.marker = marker;
        this.random = random;
    }

    /** Speaks and hears nothing. */
    public AudioDevices mouth() {
        return new Devices(true, false);
    }

    /** Hears and says nothing. */
    public AudioDevices ear() {
        return new Devices(false, true);
    }

    private final class Devices implements AudioDevices {
        private final DuplexSound sound;

        Devices(boolean says, boolean hears) {
            sound = new DuplexSound(() -> new Line(says, hears));
        }

        @Override
        public AudioSource openMicrophone() {
            sound.wanted(true);
            return sound.microphone(() -> sound.wanted(false));
        }

        @Override
        public AudioSink openSpeaker() {
            return sound.speaker(() -> {});
        }

        @Override
        public String trouble() {
            return sound.trouble();
        }
    }

    private final class Line implements DuplexLine {
        private final boolean says;
        private final boolean hears;
        private final SampleRing heard = new SampleRing(16_384);
        private final SampleRing spoken = new SampleRing(16_384);
        private volatile boolean closed;

        Line(boolean says, boolean hears) {
            this.says = says;
            this.hears = hears;
            Thread.ofPlatform()
                    .name("sound card")
                    .daemon(true)
                    .priority(Thread.MAX_PRIORITY)
                    .start(this::run);
        }

        private void run() {
            var piece = new short[PERIOD];
            for (long due = time.nanos() + PERIOD_NANOS + random.nextLong(PERIOD_NANOS); !closed; due += PERIOD_NANOS) {
                for (long left = due - time.nanos(); left > 0; left = due - time.nanos()) LockSupport.parkNanos(left);
                Arrays.fill(piece, (short) 0);
                if (says) marker.say(piece, due);
                heard.put(piece, PERIOD);
                Arrays.fill(piece, (short) 0);
                spoken.take(piece, PERIOD);
                if (hears) marker.hear(piece, due + (PIECES - 1) * PERIOD_NANOS);
            }
        }

        @Override
        public int read(short[] pcm, int count) {
            return heard.take(pcm, count);
        }

        @Override
        public int write(short[] pcm, int count) {
            return spoken.put(pcm, count);
        }

        @Override
        public Standing standing() {
            return new Standing(heard.waiting(), spoken.waiting(), 0, 0);
        }

        @Override
        public boolean runs() {
            return !closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
