package amends.recording;

import amends.kernel.Ids;
import amends.media.Pcm;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording of nothing, kept nowhere. The first sound that a program encodes and seals takes it several times as long
 * as any later one, and a desk that is killed in its first call would lose what it had not caught up with yet.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    /** 3 s of sound. */
    private static final int FRAMES = 150;

    private Rehearsal() {}

    static void of(Sealing sealing, SoundFormat format) {
        try (OutputStream sealed = sealing.newKey(Ids.next()).seal(OutputStream.nullOutputStream(), new byte[32]);
                SoundFormat.SoundWriter sound = format.writer(sealed, "rehearsal")) {
            for (int frame = 0; frame < FRAMES; frame++) sound.frame(tone(frame, 3), tone(frame, 7));
        } catch (IOException e) {
            LOG.warn("nothing will be recorded here: {}", e.getMessage());
        }
    }

    /** Something to encode: silence would be encoded by other paths. */
    private static short[] tone(int frame, int pitch) {
        var samples = new short[Pcm.FRAME];
        for (int i = 0; i < samples.length; i++)
            samples[i] = (short) (4000 * Math.sin((frame * samples.length + i) * pitch / 40.0)
                    + 1500 * Math.sin((double) i * i / 300));
        return samples;
    }
}
