package amends.media.device;

import amends.media.Pcm;
import amends.media.Ringer;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Rings on a loudspeaker of Java Sound, which may be another than the one the agent hears callers in. */
public final class JavaSoundRinger implements Ringer {
    private final PlaybackLine.Opener opener;
    private final Trouble trouble = new Trouble("ringer");
    private final AtomicReference<DeviceThread> ringing = new AtomicReference<>();
    private final short[] sound = RingSound.once();

    /** @param device a part of the device's name, in any case; empty for the system's choice */
    public JavaSoundRinger(String device) {
        this((Supplier<String>) () -> device);
    }

    /** The same, asked for at each ring. */
    public JavaSoundRinger(Supplier<String> device) {
        this((PlaybackLine.Opener) () -> JavaSoundLines.playback(device.get()));
    }

    JavaSoundRinger(PlaybackLine.Opener opener) {
        this.opener = opener;
    }

    @Override
    public void start() {
        var self = new AtomicReference<DeviceThread>();
        var thread = new DeviceThread("ringer", trouble, () -> ring(self.get()));
        self.set(thread);
        if (ringing.compareAndSet(null, thread)) thread.start();
    }

    private void ring(DeviceThread self) throws IOException {
        try (PlaybackLine line = opener.open()) {
            trouble.none();
            for (int at = 0; !self.closed(); at = (at + Pcm.FRAME) % sound.length)
                line.write(Arrays.copyOfRange(sound, at, at + Pcm.FRAME));
        }
    }

    @Override
    public void stop() {
        var thread = ringing.getAndSet(null);
        if (thread != null) thread.close();
    }

    /** What is wrong with the ringer, in one plain line; empty when nothing is. */
    public String trouble() {
        return trouble.line();
    }
}
