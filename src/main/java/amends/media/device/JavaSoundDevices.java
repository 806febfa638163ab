package amends.media.device;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** The machine's own sound, through Java Sound. A device that is missing or unplugged is looked for again by itself. */
public final class JavaSoundDevices implements AudioDevices {
    /** Two frames fill the line's 40 ms. */
    static final int LEAD = 2;

    private final Supplier<String> microphone;
    private final Supplier<String> speaker;
    private final Trouble microphoneTrouble = new Trouble("microphone");
    private final Trouble speakerTrouble = new Trouble("speaker");

    /** @param microphone a part of the device's name, in any case; empty for the system's choice @param speaker same */
    public JavaSoundDevices(String microphone, String speaker) {
        this(() -> microphone, () -> speaker);
    }

    /** The same, asked for at each opening. */
    public JavaSoundDevices(Supplier<String> microphone, Supplier<String> speaker) {
        this.microphone = microphone;
        this.speaker = speaker;
    }

    @Override
    public AudioSource openMicrophone() {
        return RingMicrophone.open(() -> JavaSoundLines.capture(microphone.get()), microphoneTrouble);
    }

    @Override
    public AudioSink openSpeaker() {
        return RingSpeaker.open(
                "speaker", FrameRing.nimble(), LEAD, () -> JavaSoundLines.playback(speaker.get()), speakerTrouble);
    }

    @Override
    public boolean hearsRoom() {
        return true;
    }

    @Override
    public String remark() {
        return (microphoneTrouble.remark() + " " + speakerTrouble.remark()).strip();
    }

    @Override
    public String trouble() {
        return (microphoneTrouble.line() + " " + speakerTrouble.line()).strip();
    }

    /** The microphones of this machine by name. Asks the system: may block. */
    public static List<String> microphones() {
        return JavaSoundLines.names(TargetDataLine.class);
    }

    /** The loudspeakers of this machine by name. Asks the system: may block. */
    public static List<String> speakers() {
        return JavaSoundLines.names(SourceDataLine.class);
    }
}
