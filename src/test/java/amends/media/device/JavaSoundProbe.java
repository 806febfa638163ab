package amends.media.device;

import amends.media.Pcm;
import amends.media.Sounds;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that plays a tone on the machine's loudspeaker and writes what the microphone hears to a file:
 * where sound goes to is set in a process's environment.
 */
final class JavaSoundProbe {
    private JavaSoundProbe() {}

    /** @param arguments the WAV file, the tone's frequency in Hz, seconds */
    public static void main(String[] arguments) throws Exception {
        var devices = new JavaSoundDevices("", "");
        int ticks = Integer.parseInt(arguments[2]) * 1000 / Pcm.FRAME_MS;
        var tone = Sounds.tone(Double.parseDouble(arguments[1]), 8000, ticks * Pcm.FRAME);
        System.out.println("microphones " + JavaSoundDevices.microphones());
        System.out.println("speakers " + JavaSoundDevices.speakers());
        try (var microphone = (RingMicrophone) devices.openMicrophone();
                var speaker = (RingSpeaker) devices.openSpeaker();
                var file = WavWriter.open(Path.of(arguments[0]))) {
            var out = new short[Pcm.FRAME];
            var in = new short[Pcm.FRAME];
            long deadline = System.nanoTime();
            for (int tick = 0; tick < ticks; tick++) {
                deadline += Pcm.FRAME_MS * 1_000_000L;
                System.arraycopy(tone, tick * Pcm.FRAME, out, 0, Pcm.FRAME);
                speaker.write(out);
                microphone.read(in);
                file.write(in);
                for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime())
                    LockSupport.parkNanos(left);
            }
            System.out.printf(
                    "microphone dropped %d starved %d, speaker dropped %d starved %d%n",
                    microphone.ring().dropped(),
                    microphone.ring().starved(),
                    speaker.ring().dropped(),
                    speaker.ring().starved());
        }
        System.out.println("trouble [" + devices.trouble() + "]");
    }
}
