package amends.media.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** Finds and opens lines of Java Sound, at the desk's own rate where the device has it. Blocks: device threads only. */
final class JavaSoundLines {
    private static final int[] RATES = {16_000, 48_000, 8000, 44_100};
    private static final int[] CHANNELS = {1, 2};

    private JavaSoundLines() {}

    /** @param device a part of its name in any case; where it is not there, and for an empty one, the system's choice */
    static CaptureLine capture(String device) throws IOException {
        return first(device, TargetDataLine.class, (format, line, standIn) -> {
            line.open(format, JavaSoundCapture.bufferBytes(format));
            return new JavaSoundCapture(line, standIn);
        });
    }

    /** @param device as in {@link #capture} */
    static PlaybackLine playback(String device) throws IOException {
        return first(device, SourceDataLine.class, (format, line, standIn) -> {
            line.open(format, JavaSoundCapture.bufferBytes(format));
            return new JavaSoundPlayback(line, standIn);
        });
    }

    /** The names of the devices that have such lines. */
    static List<String> names(Class<? extends DataLine> kind) {
        var names = new ArrayList<String>();
        for (Mixer.Info info : AudioSystem.getMixerInfo())
            if (has(AudioSystem.getMixer(info), kind)) names.add(info.getName());
        return names;
    }

    private static boolean has(Mixer mixer, Class<? extends DataLine> kind) {
        return mixer.isLineSupported(new Line.Info(kind));
    }

    private interface Opening<L, R> {
        R open(AudioFormat format, L line, StandIn standIn) throws LineUnavailableException;
    }

    private static <L extends DataLine, R> R first(String device, Class<L> kind, Opening<L, R> opening)
            throws IOException {
        List<Mixer> named = mixers(device, kind);
        boolean missing = named.isEmpty() && !device.isEmpty();
        StandIn standIn =
                missing ? new StandIn(device, () -> !mixers(device, kind).isEmpty()) : StandIn.NONE;
        String reason = "there is none";
        for (Mixer mixer : missing ? mixers("", kind) : named) {
            for (AudioFormat format : formats()) {
                try {
                    return opening.open(format, kind.cast(mixer.getLine(new DataLine.Info(kind, format))), standIn);
                } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException e) {
                    reason = e.getMessage();
                }
            }
        }
        throw new IOException(reason);
    }

    private static List<Mixer> mixers(String device, Class<? extends DataLine> kind) {
        var mixers = new ArrayList<Mixer>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (!info.getName().toLowerCase().contains(device.toLowerCase())) continue;
            Mixer mixer = AudioSystem.getMixer(info);
            if (has(mixer, kind)) mixers.add(mixer);
        }
        return mixers;
    }

    private static List<AudioFormat> formats() {
        var formats = new ArrayList<AudioFormat>();
        for (int channels : CHANNELS)
            for (int rate : RATES) formats.add(new AudioFormat(rate, 16, channels, true, false));
        return formats;
    }
}
