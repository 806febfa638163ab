package amends.media.ffm;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Marker;
import amends.media.Pcm;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A sound card that moves when a test says so, in pieces of 5 ms as the native one is asked for, behind the rings and
 * cushions of that. What it says and hears are markers.
 */
public final class SteppedSound implements AudioDevices {
    public static final long PIECE_NANOS = 5_000_000;
    private static final int PIECE = Pcm.RATE / 200;
    private static final int RING = Integer.highestOneBit(Pcm.RATE);

    private final Marker says;
    private final Marker hears;
    private final SampleRing heard = new SampleRing(RING);
    private final SampleRing toPlay = new SampleRing(RING);
    private final short[] piece = new short[PIECE];
    private final CountDownLatch looked = new CountDownLatch(2);
    private final DuplexSound sound = new DuplexSound(new DuplexSound.Opener() {
        @Override
        public DuplexLine open() {
            return new Line();
        }

        @Override
        public boolean outdated() {
            looked.countDown();
            return false;
        }
    });
    private boolean open;

    public SteppedSound(Marker says, Marker hears) throws InterruptedException {
        this.says = says;
        this.hears = hears;
        // It looks after what is open only once it is open.
        while (looked.getCount() > 0) {
            sound.wanted(true);
            looked.await(5, TimeUnit.MILLISECONDS);
        }
    }

    /** 5 ms are over on the card's own crystal. @param at when, in nanoseconds */
    public void move(long at) {
        says.say(piece, at);
        if (!open) return;
        heard.put(piece, PIECE);
        int played = toPlay.take(piece, PIECE);
        java.util.Arrays.fill(piece, played, PIECE, (short) 0);
        hears.hear(piece, at);
    }

    /** Samples that wait on either way: all of it is delay. */
    public int waiting() {
        return heard.waiting() + toPlay.waiting();
    }

    private final class Line implements DuplexLine {
        @Override
        public int read(short[] pcm, int count) {
            return heard.take(pcm, count);
        }

        @Override
        public int write(short[] pcm, int count) {
            return toPlay.put(pcm, count);
        }

        @Override
        public Standing standing() {
            return new Standing(heard.waiting(), toPlay.waiting(), 0, 0);
        }

        @Override
        public boolean runs() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Override
    public AudioSource openMicrophone() {
        open = true;
        return sound.microphone(() -> {});
    }

    @Override
    public AudioSink openSpeaker() {
        return sound.speaker(() -> {});
    }

    @Override
    public String trouble() {
        return "";
    }
}
