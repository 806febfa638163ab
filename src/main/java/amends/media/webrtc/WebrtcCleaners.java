package amends.media.webrtc;

import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.media.Pcm;
import amends.media.VoiceCleaner;
import amends.media.VoiceTreatment;
import dev.onvoid.webrtc.media.audio.AudioProcessing;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes cleaners of WebRTC's audio processing. Where its library or what that needs is missing: one line in the log. */
public final class WebrtcCleaners implements VoiceCleaner.Maker {
    private static final Logger LOG = LoggerFactory.getLogger(WebrtcCleaners.class);
    private static final int LONGEST_REASON = 200;
    /** Frames after which the code that runs is the code that will run: half a second of silence. */
    private static final int REHEARSED = 25;

    private final Timekeeper time;
    private final Supplier<AudioProcessing> library;
    private final Runnable used;
    private final AtomicBoolean missing = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param used told once the library has done all that it does the first time; it stays loaded from then on */
    public WebrtcCleaners(Timekeeper time, Runnable used) {
        this(time, AudioProcessing::new, used);
    }

    WebrtcCleaners(Timekeeper time, Supplier<AudioProcessing> library, Runnable used) {
        this.time = time;
        this.library = library;
        this.used = used;
    }

    @Override
    public VoiceCleaner make(VoiceTreatment treatment) {
        if (treatment.isNone() || missing.get()) return VoiceCleaner.NONE;
        try {
            LeftLibraries.tidy(time.now());
            VoiceCleaner cleaner = rehearsed(new WebrtcCleaner(library.get(), treatment));
            if (told.compareAndSet(false, true)) used.run();
            return cleaner;
        } catch (LinkageError | RuntimeException e) {
            missing.set(true);
            LOG.warn(
                    "the microphone is heard as it is, without echo cancellation, noise suppression and gain: {}",
                    PlainText.line(reason(e), LONGEST_REASON));
            return VoiceCleaner.NONE;
        }
    }

    /** What the loader wraps is what is missing. */
    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.toString();
    }

    private static VoiceCleaner rehearsed(VoiceCleaner cleaner) {
        var silence = new short[Pcm.FRAME];
        for (int i = 0; i < REHEARSED; i++) {
            cleaner.plays(silence);
            cleaner.clean(silence);
        }
        return cleaner;
    }
}
