package amends.media;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices while calls are on: opened with the first, let go with the last, harmless when they fail; and what is done
 * to the voice between the microphone and the calls. One thread.
 */
final class Headset {
    private static final Logger LOG = LoggerFactory.getLogger(Headset.class);
    private final AudioDevices devices;
    private final LevelMeter said = new LevelMeter();
    private final LevelMeter heard = new LevelMeter();
    private AudioSource microphone;
    private AudioSink speaker;
    private VoiceCleaner cleaner = VoiceCleaner.NONE;
    private boolean failed;

    Headset(AudioDevices devices) {
        this.devices = devices;
    }

    void open() {
        failed = false;
        guarded(() -> microphone = devices.openMicrophone());
        guarded(() -> speaker = devices.openSpeaker());
    }

    void read(short[] frame) {
        Arrays.fill(frame, (short) 0);
        if (microphone != null) guarded(() -> microphone.read(frame));
        guarded(() -> cleaner.clean(frame));
        said.frame(frame);
    }

    /** Nobody hears the microphone now: what is said goes nowhere, later neither. */
    void unread() {
        if (microphone != null) guarded(microphone::skip);
        said.silence();
    }

    /** Any thread. */
    SoundBoard.Levels levels() {
        return new SoundBoard.Levels(said.now(), heard.now());
    }

    void write(short[] frame) {
        guarded(() -> cleaner.plays(frame));
        heard.frame(frame);
        if (speaker != null) guarded(() -> speaker.write(frame));
    }

    /** Nothing is to be heard now. */
    void unwritten() {
        if (speaker != null) guarded(speaker::pause);
    }

    void close() {
        if (microphone != null) guarded(microphone::close);
        if (speaker != null) guarded(speaker::close);
        microphone = null;
        speaker = null;
        said.silence();
        heard.silence();
    }

    /** From the next frame on the voice is treated by this one. The one before is closed. */
    void treat(VoiceCleaner next) {
        guarded(cleaner::close);
        cleaner = next;
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!failed) LOG.error("a sound device broke its word not to throw", e);
            failed = true;
        }
    }
}
