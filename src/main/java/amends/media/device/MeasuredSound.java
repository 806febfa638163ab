package amends.media.device;

import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Pcm;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * A microphone and a loudspeaker that measure: a short tone is said every second, and how long after it was said it is
 * heard is told. They keep time like sound cards, wait like Java Sound's lines with their buffers of 40 ms, and stand
 * behind the same rings and threads; only air and wire are missing.
 */
public final class MeasuredSound {
    private static final long FRAME_NANOS = Pcm.FRAME_MS * 1_000_000L;
    /** What a line of Java Sound holds here. */
    private static final long BUFFER_NANOS = 2 * FRAME_NANOS;

    private static final int TONE_SAMPLES = Pcm.RATE * 80 / 1000;
    private static final int AMPLITUDE = 14_000;
    private static final int HEARD = 3_000;
    private static final long NOBODY = Long.MIN_VALUE;

    private final Timekeeper time;
    private final LongConsumer onHeard;
    private final AtomicLong saidAt = new AtomicLong(NOBODY);

    /** @param onHeard told how many nanoseconds a tone was on its way, on the loudspeaker's thread */
    public MeasuredSound(Timekeeper time, LongConsumer onHeard) {
        this.time = time;
        this.onHeard = onHeard;
    }

    /** Speaks and hears nothing. */
    public AudioDevices mouth() {
        return new Half(RingMicrophone.open(Mouth::new, new Trouble("microphone")), new SilentDevices().openSpeaker());
    }

    /** Hears and says nothing. */
    public AudioDevices ear() {
        var speaker = RingSpeaker.open(
                "speaker", FrameRing.nimble(), JavaSoundDevices.LEAD, Ear::new, new Trouble("speaker"));
        return new Half(new SilentDevices().openMicrophone(), speaker);
    }

    private record Half(AudioSource openMicrophone, AudioSink openSpeaker) implements AudioDevices {
        @Override
        public String trouble() {
            return "";
        }
    }

    /** A tone each second, at another place in the frame each time. */
    private final class Mouth implements CaptureLine {
        private long due = time.nanos();
        private long sample;
        private long next = Pcm.RATE;

        @Override
        public void read(short[] frame) {
            due += FRAME_NANOS;
            for (long left = due - time.nanos(); left > 0; left = due - time.nanos()) LockSupport.parkNanos(left);
            for (int i = 0; i < frame.length; i++, sample++) {
                long into = sample - next;
                frame[i] = into < 0 || into >= TONE_SAMPLES ? 0 : tone(into);
                // The frame's last sample is in the air now, the others were before.
                if (into == 0) saidAt.set(due - (frame.length - i) * 1_000_000_000L / Pcm.RATE);
                if (into == TONE_SAMPLES) next += Pcm.RATE + Pcm.RATE * 7 / 1000;
            }
        }

        private static short tone(long into) {
            return (short) (AMPLITUDE * Math.sin(2 * Math.PI * 1000 * into / Pcm.RATE));
        }

        @Override
        public void close() {}
    }

    private final class Ear implements PlaybackLine {
        private long playedUntil = time.nanos();

        @Override
        public void write(short[] frame) {
            for (long full = playedUntil + FRAME_NANOS - BUFFER_NANOS - time.nanos();
                    full > 0;
                    full = playedUntil + FRAME_NANOS - BUFFER_NANOS - time.nanos()) LockSupport.parkNanos(full);
            long begins = Math.max(playedUntil, time.nanos());
            playedUntil = begins + FRAME_NANOS;
            for (int i = 0; i < frame.length; i++) if (Math.abs(frame[i]) > HEARD) heard(begins, i);
        }

        private void heard(long begins, int at) {
            long said = saidAt.getAndSet(NOBODY);
            if (said != NOBODY) onHeard.accept(begins + at * 1_000_000_000L / Pcm.RATE - said);
        }

        @Override
        public void close() {}
    }
}
