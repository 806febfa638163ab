package amends.recording;

import amends.kernel.PlainText;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.media.CallTap;
import amends.media.Pcm;
import amends.recording.RecordingEvent.RecordingTrouble;
import amends.telephony.CallId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call's recording: the media thread puts frames into a ring, this recording's thread encodes and seals them. */
final class RunningRecording implements CallTap {
    record About(UUID id, CallId call, UUID agent, Instant began) {}

    private static final Logger LOG = LoggerFactory.getLogger(RunningRecording.class);
    /** How long the disk may stall before sound is lost: 10 s. */
    private static final int RING_FRAMES = 500;
    /** How long a frame waits for its writer at most. */
    private static final long REST = Duration.ofMillis(20).toNanos();

    /** A multiple of 50. */
    private static final int TONE_HERTZ = 450;

    private static final int TONE_LEVEL = 1500;

    private final About about;
    private final Vault vault;
    private final Sealing sealing;
    private final SoundFormat format;
    private final RecordingLedger ledger;
    private final Subscribers<RecordingEvent> events;
    private final Timekeeper time;
    private final FrameRing ring = new FrameRing(RING_FRAMES);
    private final RecordingClosing closing;
    /** Heard where nothing was to be recorded; a frame holds whole waves, so that it does not click. */
    private final short[] tone = tone();

    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean announced;
    private volatile boolean paused;
    private boolean noted;

    RunningRecording(
            About about,
            Vault vault,
            Sealing sealing,
            SoundFormat format,
            RecordingLedger ledger,
            Subscribers<RecordingEvent> events,
            Timekeeper time,
            Consumer<RunningRecording> over) {
        this.about = about;
        this.vault = vault;
        this.sealing = sealing;
        this.format = format;
        this.ledger = ledger;
        this.events = events;
        this.time = time;
        closing = new RecordingClosing(vault, sealing, format, time);
        thread = Thread.ofPlatform().name("recording").daemon(true).unstarted(() -> {
            try {
                record();
            } catch (Exception e) {
                LOG.error("call {}: its recording failed", about.call(), e);
                trouble(RecordingTrouble.Kind.STOPPED, e);
            } finally {
                over.accept(this);
            }
        });
    }

    private static short[] tone() {
        short[] tone = new short[Pcm.FRAME];
        double waves = TONE_HERTZ * Pcm.FRAME_MS / 1000.0;
        for (int i = 0; i < tone.length; i++)
            tone[i] = (short) Math.round(TONE_LEVEL * Math.sin(2 * Math.PI * waves * i / tone.length));
        return tone;
    }

    void start() {
        thread.start();
    }

    CallId call() {
        return about.call();
    }

    /** Whether a tone stands for what is said. */
    void pause(boolean now) {
        LOG.info("call {}: what is said is {}", about.call(), now ? "not recorded" : "recorded again");
        paused = now;
    }

    void announced() {
        announced = true;
    }

    @Override
    public void frame(short[] farEnd, short[] nearEnd) {
        if (paused) ring.offer(tone, tone);
        else ring.offer(farEnd, nearEnd);
    }

    @Override
    public void ended() {
        ended = true;
        LockSupport.unpark(thread);
    }

    void awaitEnd(Duration longest) {
        try {
            thread.join(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void record() {
        Optional<RecordingFile> begun = begin();
        if (begun.isEmpty()) return;
        try (RecordingFile file = begun.get()) {
            ledger.key(about.id(), file.secret());
            var running = file.running(announced);
            ledger.enter(running, Optional.empty());
            events.publish(new RecordingEvent.RecordingBegan(about.call(), running));
            if (written(file)) seal(file);
            else leave(file);
        } catch (IOException e) {
            LOG.warn("call {}: its recording could not be closed properly", about.call(), e);
            trouble(RecordingTrouble.Kind.NOT_CLOSED, e);
        }
    }

    private Optional<RecordingFile> begin() {
        try {
            return Optional.of(RecordingFile.create(about, vault, sealing, format));
        } catch (IOException e) {
            LOG.warn("call {}: is not recorded", about.call(), e);
            trouble(RecordingTrouble.Kind.NOT_BEGUN, e);
            return Optional.empty();
        }
    }

    /** Whether it was written to its end. */
    private boolean written(RecordingFile file) {
        try {
            pump(file);
            return true;
        } catch (IOException e) {
            LOG.warn("call {}: its recording stops here", about.call(), e);
            trouble(RecordingTrouble.Kind.STOPPED, e);
            return false;
        }
    }

    private void pump(RecordingFile file) throws IOException {
        short[] customer = new short[Pcm.FRAME];
        short[] agent = new short[Pcm.FRAME];
        long next = 0;
        while (true) {
            boolean last = ended;
            if (announced && !noted) note(file);
            for (long tick = ring.take(customer, agent); tick >= 0; tick = ring.take(customer, agent)) {
                silence(file, next, tick);
                file.frame(customer, agent);
                next = tick + 1;
            }
            if (last) {
                silence(file, next, ring.offered());
                return;
            }
            LockSupport.parkNanos(REST);
        }
    }

    private void note(RecordingFile file) throws IOException {
        noted = true;
        file.announced();
        ledger.enter(file.running(true), Optional.empty());
    }

    /** What the ring had no room for, so that time stays right. */
    private void silence(RecordingFile file, long from, long to) throws IOException {
        if (from >= to) return;
        lost(to - from);
        short[] silence = new short[Pcm.FRAME];
        for (long tick = from; tick < to; tick++) file.frame(silence, silence);
    }

    private void lost(long frames) {
        String detail = frames * Pcm.FRAME_MS + " ms came too fast to be written and are silence";
        LOG.warn("call {}: {}", about.call(), detail);
        events.publish(new RecordingTrouble(about.call(), RecordingTrouble.Kind.SOUND_LOST, detail));
    }

    private void seal(RecordingFile file) throws IOException {
        Recording sealed = file.seal(announced, time.now());
        try {
            ledger.enter(sealed, Optional.of(closing.link(file.header(), sealed)));
        } catch (IOException e) {
            LOG.warn("call {}: its recording is sealed but not yet in the chain", about.call(), e);
            ledger.enter(sealed, Optional.empty());
            trouble(RecordingTrouble.Kind.NOT_CLOSED, e);
        }
        events.publish(new RecordingEvent.RecordingSealed(about.call(), sealed));
    }

    /** What was written stays as it is, and is closed as the work of a desk that died would be. */
    private void leave(RecordingFile file) throws IOException {
        closing.interrupted(file.name()).ifPresent(closed -> ledger.enter(closed.recording(), closed.link()));
    }

    private void trouble(RecordingTrouble.Kind kind, Exception cause) {
        String detail = PlainText.line(String.valueOf(cause.getMessage()), 200);
        events.publish(new RecordingTrouble(about.call(), kind, detail));
    }
}
