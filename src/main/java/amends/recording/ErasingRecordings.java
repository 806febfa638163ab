package amends.recording;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the recordings of a person who was erased, on a desk whose vault has them: the duty is the subject's
 * recording. Another desk's recording is left for that desk.
 */
public final class ErasingRecordings implements DutyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingRecordings.class);
    private static final Duration ELSEWHERE = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofMinutes(1);
    private final String kind;
    private final Recordings recordings;
    private final Vault vault;
    private final RecordingErasure erasure;

    /** @param kind of the duty, as whoever asks for it names it */
    public ErasingRecordings(String kind, Recordings recordings, Vault vault, RecordingErasure erasure) {
        this.kind = kind;
        this.recordings = recordings;
        this.vault = vault;
        this.erasure = erasure;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Result carryOut(Duty duty) {
        return recordings.byId(duty.subject()).map(this::erase).orElseGet(Result.Done::new);
    }

    private Result erase(Recording recording) {
        if (recording.state() == Recording.State.RUNNING) return new Result.Again(SOON, "it is being recorded");
        try {
            if (!vault.files().contains(recording.file()))
                return new Result.Again(ELSEWHERE, "its file is not in this vault");
            erasure.erase(recording);
            LOG.info("recording {} is erased", recording.id());
            return new Result.Done();
        } catch (IOException e) {
            LOG.warn("recording {} could not be erased: {}", recording.id(), e.toString());
            return new Result.Again(SOON, "its file could not be erased: " + e.getMessage());
        }
    }
}
