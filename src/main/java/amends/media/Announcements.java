package amends.media;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** Clips waiting to be said to the far end, one after the other. One thread. */
final class Announcements {
    private static final int MOST = 8;

    private final Queue<short[]> clips = new ArrayDeque<>();
    private int position;

    void add(short[] clip) {
        if (clips.size() < MOST && clip.length > 0) clips.add(clip);
    }

    /** @return false, with the frame untouched, when nothing is to be said */
    boolean fill(short[] frame) {
        short[] clip = clips.peek();
        if (clip == null) return false;
        int count = Math.min(frame.length, clip.length - position);
        System.arraycopy(clip, position, frame, 0, count);
        Arrays.fill(frame, count, frame.length, (short) 0);
        position += count;
        if (position >= clip.length) {
            clips.remove();
            position = 0;
        }
        return true;
    }
}
