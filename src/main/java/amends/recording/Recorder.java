package amends.recording;

import amends.kernel.Ids;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.media.CallTap;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Records every call that is tapped, each on a thread of its own. Nothing that fails here reaches the call: it is told
 * as a {@link RecordingEvent.RecordingTrouble}.
 */
public final class Recorder implements CallTap.Factory, AutoCloseable {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);
    private final Vault vault;
    private final Sealing sealing;
    private final SoundFormat format;
    private final RecordingLedger ledger;
    private final Supplier<UUID> agent;
    private final Timekeeper time;
    private final Subscribers<RecordingEvent> events = new Subscribers<>();
    private final Map<CallId, RunningRecording> running = new ConcurrentHashMap<>();

    /** @param agent who is signed in; asked when a call's media starts */
    public Recorder(
            Vault vault,
            Sealing sealing,
            SoundFormat format,
            RecordingLedger ledger,
            Supplier<UUID> agent,
            Timekeeper time) {
        this.vault = vault;
        this.sealing = sealing;
        this.format = format;
        this.ledger = ledger;
        this.agent = agent;
        this.time = time;
    }

    public Subscribers<RecordingEvent> events() {
        return events;
    }

    /** Records nothing once, so that the first call's recording keeps up. Blocks for about a second. */
    public void rehearse() {
        Rehearsal.of(sealing, format);
    }

    @Override
    public CallTap tap(CallId call) {
        var about = new RunningRecording.About(Ids.next(), call, agent.get(), time.now());
        var recording = new RunningRecording(about, vault, sealing, format, ledger, events, time, this::over);
        running.put(call, recording);
        recording.start();
        return recording;
    }

    private void over(RunningRecording recording) {
        running.remove(recording.call(), recording);
    }

    /** The customer was told that the call is recorded. Any thread. */
    public void announced(CallId call) {
        var recording = running.get(call);
        if (recording != null) recording.announced();
    }

    /**
     * A tone stands in the recording in place of what is said, until it is told to go on: a customer tells the digits
     * of a card. Any thread.
     *
     * @return false when this call is not recorded
     */
    public boolean pause(CallId call) {
        var recording = running.get(call);
        if (recording == null) return false;
        recording.pause(true);
        return true;
    }

    public void resume(CallId call) {
        var recording = running.get(call);
        if (recording != null) recording.pause(false);
    }

    /** Ends what still runs and waits a few seconds until it is sealed. */
    @Override
    public void close() {
        close(LONGEST_CLOSE);
    }

    /** @param longest to wait for each that still runs */
    void close(Duration longest) {
        var left = java.util.List.copyOf(running.values());
        left.forEach(RunningRecording::ended);
        left.forEach(recording -> recording.awaitEnd(longest));
    }
}
