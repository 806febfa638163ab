package amends.media.device;

import amends.media.AudioSource;
import java.util.Arrays;

/** A microphone that plays a clip. One thread. */
final class WavMicrophone implements AudioSource {
    private final short[] clip;
    private final boolean loop;
    private int position;

    WavMicrophone(short[] clip, boolean loop) {
        this.clip = clip;
        this.loop = loop && clip.length > 0;
    }

    @Override
    public void read(short[] frame) {
        int filled = 0;
        while (filled < frame.length && position < clip.length) {
            int count = Math.min(frame.length - filled, clip.length - position);
            System.arraycopy(clip, position, frame, filled, count);
            filled += count;
            position += count;
            if (loop && position == clip.length) position = 0;
        }
        Arrays.fill(frame, filled, frame.length, (short) 0);
    }

    @Override
    public void close() {}
}
