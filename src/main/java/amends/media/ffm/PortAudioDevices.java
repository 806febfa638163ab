package amends.media.ffm;

import amends.kernel.PlainText;
import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's sound through PortAudio: one stream for both ways, on one clock, open while anybody listens or speaks.
 * A device that is missing or pulled out is looked for again by itself.
 */
public final class PortAudioDevices implements AudioDevices {
    private static final Logger LOG = LoggerFactory.getLogger(PortAudioDevices.class);

    /** What is asked for at an opening. */
    private record Wanted(String microphone, String speaker) {}

    private final DuplexSound sound;
    private final AudioLibrary library;
    private final Supplier<Wanted> wanted;
    private final AtomicInteger users = new AtomicInteger();
    private volatile Wanted opened;
    private volatile String standIn = "";
    private volatile Plugged plugged = Plugged.NONE;
    private volatile List<NativeDevice> known = List.of();

    /**
     * @param microphone a part of the device's name, in any case; empty for the system's choice, {@link
     *     amends.media.SoundWishes#NONE} for none
     * @param speaker the same
     */
    public PortAudioDevices(AudioLibrary library, String microphone, String speaker) {
        this(library, () -> microphone, () -> speaker);
    }

    /** The same, asked for at each opening. */
    public PortAudioDevices(AudioLibrary library, Supplier<String> microphone, Supplier<String> speaker) {
        this.library = library;
        wanted = () -> new Wanted(microphone.get(), speaker.get());
        sound = new DuplexSound(new DuplexSound.Opener() {
            @Override
            public NativeStream open() throws IOException {
                return PortAudioDevices.this.open();
            }

            @Override
            public boolean outdated() {
                return !standIn.isEmpty() && !plugged.equals(Plugged.now());
            }
        });
    }

    /** Where a device that was chosen is not there, the system's choice stands in for it until something is plugged in. */
    private NativeStream open() throws IOException {
        Wanted now = wanted.get();
        opened = now;
        plugged = Plugged.now();
        known = NativeDevice.all(library);
        ChosenDevice microphone = ChosenDevice.microphone(known, now.microphone());
        ChosenDevice speaker = ChosenDevice.speaker(known, now.speaker());
        String missing = microphone.missing().isEmpty() ? speaker.missing() : microphone.missing();
        standIn = missing.isEmpty()
                ? ""
                : "sound: there is no device named like \"" + PlainText.line(missing, 80)
                        + "\"; the system's choice is used.";
        if (!standIn.isEmpty()) LOG.warn("{}", standIn);
        return new NativeStream(library, microphone.index(), speaker.index());
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
        return sound.microphone(use()::end);
    }

    @Override
    public AudioSink openSpeaker() {
        return sound.speaker(use()::end);
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
    public String remark() {
        return standIn;
    }

    @Override
    public String trouble() {
        return sound.trouble();
    }
}
