package amends.media.ffm;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The machine's sound through PortAudio: one stream for both ways, on one clock, open while anybody listens or speaks.
 * A device that is missing or pulled out is looked for again by itself.
 */
public final class PortAudioDevices implements AudioDevices {
    /** What is asked for at an opening. */
    private record Wanted(String microphone, String speaker) {}

    private final DuplexSound sound;
    private final AudioLibrary library;
    private final Supplier<Wanted> wanted;
    private final AtomicInteger users = new AtomicInteger();
    private volatile Wanted opened;
    private volatile List<NativeDevice> known = List.of();

    /** @param microphone a part of the device's name, in any case; empty for the system's choice @param speaker same */
    public PortAudioDevices(AudioLibrary library, String microphone, String speaker) {
        this(library, () -> microphone, () -> speaker);
    }

    /** The same, asked for at each opening. */
    public PortAudioDevices(AudioLibrary library, Supplier<String> microphone, Supplier<String> speaker) {
        this.library = library;
        wanted = () -> new Wanted(microphone.get(), speaker.get());
        sound = new DuplexSound(this::open);
    }

    private NativeStream open() throws IOException {
        Wanted now = wanted.get();
        opened = now;
        known = NativeDevice.all(library);
        return new NativeStream(
                library,
                NativeDevice.microphone(known, now.microphone()).orElse(NativeStream.NONE),
                NativeDevice.speaker(known, now.speaker()).orElse(NativeStream.NONE));
    }

    /** The microphones of this machine by name. While sound flows: what there was when it began. Blocks. */
    public List<String> microphones() {
        return names(NativeDevice::listens);
    }

    /** The loudspeakers, in the same way. */
    public List<String> speakers() {
        return names(NativeDevice::speaks);
    }

    private List<String> names(Predicate<NativeDevice> can) {
        sound.whileClosed(() -> known = NativeDevice.all(library));
        return known.stream().filter(can).map(NativeDevice::name).distinct().toList();
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
        if (!wanted.get().equals(opened)) sound.again();
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
