package amends.media.device;

import amends.media.Pcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.SourceDataLine;

/** A loudspeaker of Java Sound. A line that takes nothing for two seconds counts as unplugged. */
final class JavaSoundPlayback implements PlaybackLine {
    private final SourceDataLine line;
    private final StandIn standIn;
    private final Patience patience = new Patience("it takes no sound");
    private final int channels;
    private final Resampler resampler;

    JavaSoundPlayback(SourceDataLine line, StandIn standIn) {
        this.line = line;
        this.standIn = standIn;
        channels = line.getFormat().getChannels();
        int rate = (int) line.getFormat().getSampleRate();
        resampler = rate == Pcm.RATE ? null : new Resampler(Pcm.RATE, rate);
        line.start();
    }

    @Override
    public void write(short[] frame) throws IOException {
        short[] samples = resampler == null ? frame : resampler.feed(frame, frame.length);
        var bytes = ByteBuffer.allocate(samples.length * 2 * channels).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : samples) for (int c = 0; c < channels; c++) bytes.putShort(sample);
        int needed = Math.min(bytes.position(), line.getBufferSize());
        patience.until(() -> line.available() >= needed);
        line.write(bytes.array(), 0, bytes.position());
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
        line.stop();
        line.flush();
        line.close();
    }
}
