package amends.media.ffm;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The machine's sound through PortAudio: one stream for both ways, on one clock, open while anybody listens or speaks.
 * A device that is missing or pulled out is looked for again by itself.
 */
public final class PortAudioDevices implements AudioDevices {
    private final DuplexSound sound;
    private final AtomicInteger users = new AtomicInteger();

    /** @param microphone a part of the device's name, in any case; empty for the system's choice @param speaker same */
    public PortAudioDevices(AudioLibrary library, String microphone, String speaker) {
        sound = new DuplexSound(() -> open(library, microphone, speaker));
    }

    private static NativeStream open(AudioLibrary library, String microphone, String speaker)
            throws java.io.IOException {
        List<NativeDevice> devices = NativeDevice.all(library);
        return new NativeStream(
                library,
                NativeDevice.microphone(devices, microphone).orElse(NativeStream.NONE),
                NativeDevice.speaker(devices, speaker).orElse(NativeStream.NONE));
    }

    @Override
    public AudioSource openMicrophone() {
        var use = use();
        return new AudioSource() {
            @Override
            public void read(short[] frame) {
                sound.read(frame);
            }

            @Override
            public void close() {
                use.end();
            }
        };
    }

    @Override
    public AudioSink openSpeaker() {
        var use = use();
        return new AudioSink() {
            @Override
            public void write(short[] frame) {
                sound.write(frame);
            }

            @Override
            public void close() {
                use.end();
            }
        };
    }

    private Use use() {
        if (users.getAndIncrement() == 0) sound.wanted(true);
        return new Use();
    }

    /** Of one side; ends once. */
    private final class Use {
        private final AtomicInteger left = new AtomicInteger(1);

        void end() {
            if (left.getAndSet(0) == 1 && users.decrementAndGet() == 0) sound.wanted(false);
        }
    }

    @Override
    public boolean hearsRoom() {
        return true;
    }

    @Override
    public String trouble() {
        return sound.trouble();
    }
}
