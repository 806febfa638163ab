package amends.media.ffm;

import amends.media.Pcm;
import amends.media.Sounds;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that plays a tone and writes what it hears, as big-endian samples. */
final class PortAudioProbe {
    private PortAudioProbe() {}

    /** @param arguments the file, the tone's frequency in Hz, seconds, the folder of the library */
    public static void main(String[] arguments) throws IOException {
        AudioLibrary library = AudioLibrary.in(List.of(Path.of(arguments[3]))).orElseThrow();
        NativeDevice.all(library).forEach(device -> System.out.println("device " + device));
        var devices = new PortAudioDevices(library, "", "");
        int ticks = Integer.parseInt(arguments[2]) * 1000 / Pcm.FRAME_MS;
        short[] tone = Sounds.tone(Double.parseDouble(arguments[1]), 8000, ticks * Pcm.FRAME);
        try (var microphone = devices.openMicrophone();
                var speaker = devices.openSpeaker();
                var file = new DataOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            var out = new short[Pcm.FRAME];
            var in = new short[Pcm.FRAME];
            long deadline = System.nanoTime();
            for (int tick = 0; tick < ticks; tick++) {
                deadline += Pcm.FRAME_MS * 1_000_000L;
                System.arraycopy(tone, tick * Pcm.FRAME, out, 0, Pcm.FRAME);
                speaker.write(out);
                microphone.read(in);
                for (short sample : in) file.writeShort(sample);
                for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime())
                    LockSupport.parkNanos(left);
            }
        }
        System.out.println("trouble [" + devices.trouble() + "]");
    }
}
