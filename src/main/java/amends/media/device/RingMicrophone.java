package amends.media.device;

import amends.media.AudioSource;
import amends.media.Pcm;
import java.io.IOException;
import java.util.Arrays;

/** A microphone behind a ring. */
final class RingMicrophone implements AudioSource {
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
            while (!thread.closed()) {
                line.read(frame);
                trouble.none();
                ring.put(frame);
            }
        }
    }

    @Override
    public void read(short[] frame) {
        short[] next = ring.poll();
        if (next == null) Arrays.fill(frame, (short) 0);
        else System.arraycopy(next, 0, frame, 0, frame.length);
    }

    FrameRing ring() {
        return ring;
    }

    @Override
    public void close() {
        thread.close();
    }
}
