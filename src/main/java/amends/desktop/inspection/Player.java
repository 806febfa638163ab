package amends.desktop.inspection;

import amends.desktop.PostingWork;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.Pcm;
import amends.recording.RecordingLibrary.Sound;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a recording on the loudspeaker, both sides mixed. Steered from the screen's thread; one background task feeds
 * the device, a frame every 20 ms against absolute deadlines.
 */
public final class Player {
    /** What is being fed: written by the screen's thread, the position by the feeder too. */
    private static final class Feed {
        private final Sound sound;
        private volatile long frame;
        private volatile boolean playing;

        Feed(Sound sound) {
            this.sound = sound;
        }

        long frames() {
            return (long) Math.ceil(seconds() * 1000 / Pcm.FRAME_MS);
        }

        double seconds() {
            return (double) sound.customer().length / sound.rate();
        }
    }

    private final AudioDevices devices;
    private final PostingWork work;
    private final Timekeeper time;
    private Feed feed;
    private boolean wasPlaying;

    public Player(AudioDevices devices, PostingWork work, Timekeeper time) {
        this.devices = devices;
        this.work = work;
        this.time = time;
    }

    void load(Sound sound) {
        close();
        feed = new Feed(sound);
    }

    void close() {
        if (feed != null) feed.playing = false;
        feed = null;
    }

    public boolean isPlaying() {
        return feed != null && feed.playing;
    }

    /** Once after it came to its end by itself. */
    boolean justEnded() {
        boolean ended = wasPlaying && !isPlaying();
        wasPlaying = isPlaying();
        return ended;
    }

    void toggle() {
        if (feed == null) return;
        if (feed.playing) {
            feed.playing = false;
            return;
        }
        // A feeder that was just told to stop may still be in its last frame: each play has a feed of its own.
        var fed = new Feed(feed.sound);
        fed.frame = feed.frame >= feed.frames() ? 0 : feed.frame;
        fed.playing = true;
        feed = fed;
        wasPlaying = true;
        work.begin(() -> feed(fed));
    }

    /** In seconds from the beginning. */
    public double position() {
        return feed == null ? 0 : Math.min(feed.seconds(), feed.frame * Pcm.FRAME_MS / 1000.0);
    }

    void seek(double second) {
        if (feed == null) return;
        feed.frame = Math.clamp(Math.round(second * 1000 / Pcm.FRAME_MS), 0, feed.frames());
    }

    private void feed(Feed fed) {
        try (AudioSink speaker = devices.openSpeaker()) {
            long next = time.nanos();
            short[] mixed = new short[Pcm.FRAME];
            while (fed.playing && fed.frame < fed.frames()) {
                long frame = fed.frame;
                mix(fed.sound, frame, mixed);
                speaker.write(mixed);
                if (fed.frame == frame) fed.frame = frame + 1;
                next += Pcm.FRAME_MS * 1_000_000L;
                for (long left = next - time.nanos(); left > 0; left = next - time.nanos()) LockSupport.parkNanos(left);
            }
            fed.playing = false;
        }
    }

    /** The frame at the device's rate, nearest samples: telephone sound is there already at 8 kHz or a multiple. */
    static void mix(Sound sound, long frame, short[] into) {
        for (int i = 0; i < into.length; i++) {
            long at = (frame * into.length + i) * sound.rate() / Pcm.RATE;
            int sum = at < sound.customer().length ? sound.customer()[(int) at] + sound.agent()[(int) at] : 0;
            into[i] = (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
