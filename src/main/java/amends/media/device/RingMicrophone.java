package amends.media.device;

import amends.media.AudioSource;
import amends.media.Pcm;
import java.io.IOException;
import java.util.Arrays;

/** A microphone behind a ring. */
final class RingMicrophone implements AudioSource {
    /** Frames after which it is asked whether the device that was chosen is back: 5 s. */
    static final int LOOK_FRAMES = 5000 / Pcm.FRAME_MS;

    private final FrameRing ring = FrameRing.nimble();
    private final CaptureLine.Opener opener;
    private final Trouble trouble;
    private final DeviceThread thread;

    private RingMicrophone(CaptureLine.Opener opener, Trouble trouble) {
        this.opener = opener;
        this.trouble = trouble;
        thread = new DeviceThread("microphone", trouble, this::capture);
    }

    static RingMicrophone open(CaptureLine.Opener opener, Trouble trouble) {
        var microphone = new RingMicrophone(opener, trouble);
        microphone.thread.start();
        return microphone;
    }

    private void capture() throws IOException {
        try (CaptureLine line = opener.open()) {
            var frame = new short[Pcm.FRAME];
            for (int n = 1; !thread.closed(); n++) {
                line.read(frame);
                trouble.works(line.remark());
                ring.put(frame);
                if (n % LOOK_FRAMES == 0 && line.outdated()) return;
            }
        }
    }

    @Override
    public void read(short[] frame) {
        short[] next = ring.poll();
        if (next == null) Arrays.fill(frame, (short) 0);
        else System.arraycopy(next, 0, frame, 0, frame.length);
    }

    /** What is not taken out now would be told at the next reading, and stay as delay. */
    @Override
    public void skip() {
        ring.forget();
    }

    FrameRing ring() {
        return ring;
    }

    @Override
    public void close() {
        thread.close();
    }
}
