package amends.media.device;

import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Marker;
import amends.media.Pcm;
import java.util.concurrent.locks.LockSupport;

/**
 * A microphone and a loudspeaker that measure. They keep time like sound cards, wait like Java Sound's lines with their
 * buffers of 40 ms, and stand behind the same rings and threads; only air and wire are missing.
 */
public final class MeasuredSound {
    private static final long FRAME_NANOS = Pcm.FRAME_MS * 1_000_000L;
    /** What a line of Java Sound holds here. */
    private static final long BUFFER_NANOS = 2 * FRAME_NANOS;

    private final Timekeeper time;
    private final Marker marker;

    public MeasuredSound(Timekeeper time, Marker marker) {
        this.time = time;
        this.marker = marker;
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

    private final class Mouth implements CaptureLine {
        private long due = time.nanos();

        @Override
        public void read(short[] frame) {
            due += FRAME_NANOS;
            for (long left = due - time.nanos(); left > 0; left = due - time.nanos()) LockSupport.parkNanos(left);
            marker.say(frame, due);
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
            marker.hear(frame, begins);
        }

        @Override
        public void close() {}
    }
}
