package amends.app;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Ringer;
import amends.media.device.JavaSoundDevices;
import amends.media.device.JavaSoundRinger;
import amends.media.device.SilentDevices;
import amends.media.device.WavDevices;
import amends.media.ffm.NativeCoders;
import amends.media.ffm.PortAudioDevices;
import amends.rtp.VoiceCoders;
import java.io.IOException;
import java.nio.file.Path;

/** The devices that the settings name. */
record Sounds(AudioDevices microphone, AudioDevices speaker) implements AudioDevices {
    private static final String NONE = "none";
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

    private static AudioDevices machine(DeskSettings.Sound sound) throws IOException {
        String microphone = name(sound.microphone());
        String speaker = name(sound.speaker());
        return switch (sound.engine()) {
            case JAVA -> new JavaSoundDevices(microphone, speaker);
            case NATIVE ->
                new PortAudioDevices(
                        NativeAudio.find()
                                .orElseThrow(() -> new IOException("sound.engine is native and there is no usable "
                                        + NativeAudio.FILE + " in " + NativeAudio.folders())),
                        microphone,
                        speaker);
            case AUTO ->
                NativeAudio.find()
                        .<AudioDevices>map(library -> new PortAudioDevices(library, microphone, speaker))
                        .orElseGet(() -> new JavaSoundDevices(microphone, speaker));
        };
    }

    /** Where a call is heard coming in; silent where the settings say so or the sound goes to files. */
    static Ringer ringer(DeskSettings.Sound sound) {
        return sound.ringer().equals(NONE) ? Ringer.SILENT : new JavaSoundRinger(name(sound.ringer()));
    }

    private static String name(String configured) {
        return configured.equals("default") ? "" : configured;
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
    public String trouble() {
        return (microphone.trouble() + " " + speaker.trouble()).strip();
    }
}
