package amends.app;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.DeviceChoice;
import amends.media.Ringer;
import amends.media.SoundBoard.Devices;
import amends.media.SoundWishes;
import amends.media.device.JavaSoundDevices;
import amends.media.device.JavaSoundRinger;
import amends.media.device.SilentDevices;
import amends.media.ffm.AudioLibrary;
import amends.media.ffm.PortAudioDevices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The machine's sound as it was chosen: by the settings at first, then in the window, while the desk runs. Any thread. */
final class ChosenSounds implements AudioDevices, DeviceChoice {
    private final AudioDevices silent = new SilentDevices();
    private final AudioDevices machine;
    private final Supplier<List<String>> microphones;
    private final Supplier<List<String>> speakers;
    private final SoundChoiceFile file;
    private volatile SoundWishes wishes;

    private ChosenSounds(DeskSettings.Sound sound, Path home) throws IOException {
        file = new SoundChoiceFile(home);
        wishes = file.read(sound.wishes());
        Optional<AudioLibrary> library = Sounds.library(sound.engine());
        if (library.isPresent()) {
            var devices = new PortAudioDevices(library.get(), this::microphone, this::speaker);
            machine = devices;
            microphones = devices::microphones;
            speakers = devices::speakers;
        } else {
            machine = new JavaSoundDevices(this::microphone, this::speaker);
            microphones = JavaSoundDevices::microphones;
            speakers = JavaSoundDevices::speakers;
        }
    }

    /** @param home where choices are remembered @return without a choice where the settings name files */
    static AudioDevices of(DeskSettings.Sound sound, Path home) throws IOException {
        return Sounds.areFiles(sound) ? Sounds.of(sound) : new ChosenSounds(sound, home);
    }

    private String microphone() {
        return Sounds.name(wishes.microphone());
    }

    private String speaker() {
        return Sounds.name(wishes.speaker());
    }

    private static boolean isNone(String name) {
        return name.equals(SoundWishes.NONE);
    }

    @Override
    public AudioSource openMicrophone() {
        return (isNone(wishes.microphone()) ? silent : machine).openMicrophone();
    }

    @Override
    public AudioSink openSpeaker() {
        return (isNone(wishes.speaker()) ? silent : machine).openSpeaker();
    }

    @Override
    public boolean hearsRoom() {
        return true;
    }

    @Override
    public Optional<DeviceChoice> choice() {
        return Optional.of(this);
    }

    @Override
    public String remark() {
        return machine.remark();
    }

    @Override
    public String trouble() {
        return isNone(wishes.microphone()) && isNone(wishes.speaker()) ? "" : machine.trouble();
    }

    /** It rings by Java Sound, whoever carries the voices. */
    @Override
    public Devices devices() {
        return new Devices(microphones.get(), speakers.get(), JavaSoundDevices.speakers());
    }

    @Override
    public SoundWishes wishes() {
        return wishes;
    }

    @Override
    public boolean choose(SoundWishes next) {
        wishes = next;
        return file.write(next);
    }

    @Override
    public Ringer ringer() {
        var rings = new JavaSoundRinger(() -> Sounds.name(wishes.ringer()));
        return new Ringer() {
            @Override
            public void start() {
                if (!isNone(wishes.ringer())) rings.start();
            }

            @Override
            public void stop() {
                rings.stop();
            }
        };
    }
}
