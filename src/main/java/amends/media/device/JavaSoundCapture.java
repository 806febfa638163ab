package amends.media.device;

import amends.media.Pcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;

/** A microphone of Java Sound. A line that gives nothing for two seconds counts as unplugged. */
final class JavaSoundCapture implements CaptureLine {
    private static final int BUFFER_MS = 40;

    private final TargetDataLine line;
    private final StandIn standIn;
    private final Patience patience = new Patience("it gives no sound");
    private final byte[] bytes;
    private final int channels;
    private final Resampler resampler;

    JavaSoundCapture(TargetDataLine line, StandIn standIn) {
        this.line = line;
        this.standIn = standIn;
        AudioFormat format = line.getFormat();
        channels = format.getChannels();
        int rate = (int) format.getSampleRate();
        bytes = new byte[rate * Pcm.FRAME_MS / 1000 * format.getFrameSize()];
        resampler = rate == Pcm.RATE ? null : new Resampler(rate, Pcm.RATE);
        line.start();
    }

    /** The longest that sound waits in a device. */
    static int bufferBytes(AudioFormat format) {
        return (int) format.getSampleRate() * BUFFER_MS / 1000 * format.getFrameSize();
    }

    @Override
    public void read(short[] frame) throws IOException {
        patience.until(() -> line.available() >= bytes.length);
        if (line.read(bytes, 0, bytes.length) < bytes.length) throw new IOException("it stopped");
        short[] mono = mono();
        // 20 ms at any of the rates give exactly one frame, the first one a little less.
        short[] out = resampler == null ? mono : resampler.feed(mono, mono.length);
        int count = Math.min(out.length, frame.length);
        Arrays.fill(frame, 0, frame.length - count, (short) 0);
        System.arraycopy(out, 0, frame, frame.length - count, count);
    }

    private short[] mono() {
        var samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var mono = new short[bytes.length / 2 / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) sum += samples.get();
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    @Override
    public String remark() {
        return standIn.remark();
    }

    @Override
    public boolean outdated() {
        return standIn.outdated();
    }

    @Override
    public void close() {
        line.close();
    }
}
