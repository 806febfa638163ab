package amends.app;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Ringer;
import amends.media.SoundWishes;
import amends.media.device.JavaSoundDevices;
import amends.media.device.JavaSoundRinger;
import amends.media.device.SilentDevices;
import amends.media.device.WavDevices;
import amends.media.ffm.AudioLibrary;
import amends.media.ffm.NativeCoders;
import amends.media.ffm.PortAudioDevices;
import amends.rtp.VoiceCoders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The devices that the settings name. */
record Sounds(AudioDevices microphone, AudioDevices speaker) implements AudioDevices {
    private static final String NONE = SoundWishes.NONE;
    private static final String WAV = "wav:";

    static AudioDevices of(DeskSettings.Sound sound) throws IOException {
        boolean wavIn = sound.microphone().startsWith(WAV);
        boolean wavOut = sound.speaker().startsWith(WAV);
        if (wavIn || wavOut) {
            Path in = wavIn ? Path.of(sound.microphone().substring(WAV.length())) : null;
            Path out = wavOut ? Path.of(sound.speaker().substring(WAV.length())) : null;
            return new WavDevices(in, WavDevices.AtEnd.SILENCE, out);
        }
        if (sound.microphone().equals(NONE) && sound.speaker().equals(NONE)) return new SilentDevices();
        AudioDevices machine = machine(sound);
        if (sound.microphone().equals(NONE)) return new Sounds(new SilentDevices(), machine);
        if (sound.speaker().equals(NONE)) return new Sounds(machine, new SilentDevices());
        return machine;
    }

    /** By whom Opus is coded. */
    static VoiceCoders coders(DeskSettings.Sound sound) {
        if (sound.engine() == DeskSettings.Sound.Engine.JAVA) return VoiceCoders.OWN;
        return NativeAudio.find().<VoiceCoders>map(NativeCoders::new).orElse(VoiceCoders.OWN);
    }

    /** What drives the devices; empty for Java Sound. @throws IOException when it is wished and not there */
    static Optional<AudioLibrary> library(DeskSettings.Sound.Engine engine) throws IOException {
        if (engine == DeskSettings.Sound.Engine.JAVA) return Optional.empty();
        Optional<AudioLibrary> found = NativeAudio.find();
        if (found.isEmpty() && engine == DeskSettings.Sound.Engine.NATIVE)
            throw new IOException("sound.engine is native and there is no usable " + NativeAudio.FILE + " in "
                    + NativeAudio.folders());
        return found;
    }

    static boolean areFiles(DeskSettings.Sound sound) {
        return sound.microphone().startsWith(WAV) || sound.speaker().startsWith(WAV);
    }

    private static AudioDevices machine(DeskSettings.Sound sound) throws IOException {
        String microphone = name(sound.microphone());
        String speaker = name(sound.speaker());
        return library(sound.engine())
                .<AudioDevices>map(library -> new PortAudioDevices(library, microphone, speaker))
                .orElseGet(() -> new JavaSoundDevices(microphone, speaker));
    }

    /** Where a call is heard coming in; silent where the settings say so or the sound goes to files. */
    static Ringer ringer(DeskSettings.Sound sound) {
        return sound.ringer().equals(NONE) ? Ringer.SILENT : new JavaSoundRinger(name(sound.ringer()));
    }

    /** As the devices know it: nothing for the system's choice. */
    static String name(String configured) {
        return configured.equals(SoundWishes.DEFAULT) ? "" : configured;
    }

    @Override
    public AudioSource openMicrophone() {
        return microphone.openMicrophone();
    }

    @Override
    public AudioSink openSpeaker() {
        return speaker.openSpeaker();
    }

    @Override
    public boolean hearsRoom() {
        return microphone.hearsRoom();
    }

    @Override
    public String remark() {
        return (microphone.remark() + " " + speaker.remark()).strip();
    }

    @Override
    public String trouble() {
        return (microphone.trouble() + " " + speaker.trouble()).strip();
    }
}
