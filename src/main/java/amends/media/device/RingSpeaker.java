package amends.media.device;

import amends.media.AudioSink;
import java.io.IOException;

/** A loudspeaker behind a ring. What is in the ring at closing is still played. */
final class RingSpeaker implements AudioSink {
    private static final int WAIT_MILLIS = 20;

    private final FrameRing ring;
    private final int lead;
    private final PlaybackLine.Opener opener;
    private final Trouble trouble;
    private final DeviceThread thread;

    private RingSpeaker(String name, FrameRing ring, int lead, PlaybackLine.Opener opener, Trouble trouble) {
        this.ring = ring;
        this.lead = lead;
        this.opener = opener;
        this.trouble = trouble;
        thread = new DeviceThread(name, trouble, this::play);
    }

    /** @param lead silent frames that go before sound that follows a gap, so that the next hiccup is not heard */
    static RingSpeaker open(String name, FrameRing ring, int lead, PlaybackLine.Opener opener, Trouble trouble) {
        var speaker = new RingSpeaker(name, ring, lead, opener, trouble);
        speaker.thread.start();
        return speaker;
    }

    private void play() throws IOException, InterruptedException {
        try (PlaybackLine line = opener.open()) {
            int owed = lead;
            int played = 0;
            while (!thread.closed() || !ring.isEmpty()) {
                short[] frame = ring.poll(WAIT_MILLIS);
                if (frame == null) {
                    owed = lead;
                    line.idle();
                    continue;
                }
                for (; owed > 0; owed--) line.write(new short[frame.length]);
                line.write(frame);
                trouble.works(line.remark());
                if (++played % RingMicrophone.LOOK_FRAMES == 0 && line.outdated()) return;
            }
        }
    }

    @Override
    public void write(short[] frame) {
        ring.put(frame);
    }

    FrameRing ring() {
        return ring;
    }

    @Override
    public void close() {
        thread.close();
    }

    /** After closing: waits until the rest is played. */
    boolean awaitEnd(long millis) {
        return thread.awaitEnd(millis);
    }
}
