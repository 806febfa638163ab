package amends.recording;

import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.media.AudioSink;
import amends.media.Pcm;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Plays one recording after the other, both sides together, on a thread of its own. Commands may come from any thread
 * and return at once; {@link #progress} tells on the player's thread.
 */
public final class Player implements AutoCloseable {
    /** Where the player is; told at every change and five times a second while it plays. */
    public record Progress(Duration position, Duration length, boolean playing) {}

    private static final RecordingLibrary.Sound NOTHING =
            new RecordingLibrary.Sound(Pcm.RATE, new short[0], new short[0]);
    private static final long FRAME_NANOS = Duration.ofMillis(Pcm.FRAME_MS).toNanos();
    private static final int FRAMES_A_TELLING = 10;

    private final Supplier<AudioSink> speaker;
    private final Timekeeper time;
    private final Subscribers<Progress> progress = new Subscribers<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Thread thread;
    private volatile RecordingLibrary.Sound sound = NOTHING;
    private volatile boolean playing;
    private volatile boolean closed;

    /** @param speaker opened when playing begins, closed when it pauses */
    public Player(Supplier<AudioSink> speaker, Timekeeper time) {
        this.speaker = speaker;
        this.time = time;
        thread = Thread.ofPlatform().name("player").daemon(true).start(this::run);
    }

    public Subscribers<Progress> progress() {
        return progress;
    }

    /** Takes a recording and waits at its beginning. */
    public void load(RecordingLibrary.Sound recording) {
        playing = false;
        sound = recording;
        next.set(0);
        LockSupport.unpark(thread);
    }

    /** Goes on, from the beginning if it was at the end. */
    public void play() {
        if (next.get() >= sound.customer().length) next.set(0);
        playing = true;
        LockSupport.unpark(thread);
    }

    public void pause() {
        playing = false;
        LockSupport.unpark(thread);
    }

    /** Goes to a place, the nearest there is, and plays on there if it was playing. */
    public void seek(Duration position) {
        long sample = position.toMillis() * sound.rate() / 1000;
        next.set((int) Math.clamp(sample, 0, sound.customer().length));
        LockSupport.unpark(thread);
    }

    public Progress now() {
        var current = sound;
        return new Progress(at(current, next.get()), at(current, current.customer().length), playing);
    }

    private static Duration at(RecordingLibrary.Sound sound, int sample) {
        return Duration.ofMillis(1000L * sample / sound.rate());
    }

    private void run() {
        while (!closed) {
            if (playing) playOn();
            if (closed) return;
            progress.publish(now());
            if (!playing) LockSupport.park();
        }
    }

    private void playOn() {
        short[] frame = new short[Pcm.FRAME];
        try (AudioSink sink = speaker.get()) {
            long due = time.nanos();
            for (int played = 0; playing && !closed; played++) {
                if (!fill(frame)) {
                    playing = false;
                    return;
                }
                sink.write(frame);
                if (played % FRAMES_A_TELLING == 0) progress.publish(now());
                due += FRAME_NANOS;
                for (long left = due - time.nanos(); left > 0 && playing; left = due - time.nanos())
                    LockSupport.parkNanos(left);
            }
        }
    }

    /** Whether there was something. A seek that comes meanwhile wins. */
    private boolean fill(short[] frame) {
        var current = sound;
        int from = next.get();
        int count = Math.min(Pcm.FRAME, current.customer().length - from);
        if (count <= 0) return false;
        for (int i = 0; i < Pcm.FRAME; i++) frame[i] = i < count ? mixed(current, from + i) : 0;
        next.compareAndSet(from, from + count);
        return true;
    }

    private static short mixed(RecordingLibrary.Sound sound, int at) {
        int sum = sound.customer()[at] + sound.agent()[at];
        return (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public void close() {
        closed = true;
        playing = false;
        LockSupport.unpark(thread);
    }
}
