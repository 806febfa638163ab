package amends.app;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Pcm;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** The demo's agent, where nobody sits there: says what it is told to say, and keeps what it hears. Any thread. */
final class DemoVoice implements AudioDevices {
    private static final int MOST_HEARD = 180 * Pcm.RATE;
    private final ConcurrentLinkedQueue<short[]> toSay = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Heard> heard = new AtomicReference<>(new Heard());

    void say(short[] clip) {
        for (int at = 0; at < clip.length; at += Pcm.FRAME) toSay.add(Arrays.copyOfRange(clip, at, at + Pcm.FRAME));
    }

    boolean silent() {
        return toSay.isEmpty();
    }

    /** What was heard since it was last forgotten, 16-bit at {@link Pcm#RATE}. */
    short[] heard() {
        return heard.get().samples();
    }

    void forgetHeard() {
        heard.set(new Heard());
    }

    @Override
    public AudioSource openMicrophone() {
        return new AudioSource() {
            @Override
            public void read(short[] frame) {
                short[] next = toSay.poll();
                if (next == null) Arrays.fill(frame, (short) 0);
                else System.arraycopy(next, 0, frame, 0, frame.length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public AudioSink openSpeaker() {
        return new AudioSink() {
            @Override
            public void write(short[] frame) {
                heard.get().add(frame);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String trouble() {
        return "";
    }

    /** Sound as it came, one writer and any readers; only so much that a forgotten demo does not fill the memory. */
    private static final class Heard {
        private final ConcurrentLinkedQueue<short[]> frames = new ConcurrentLinkedQueue<>();
        private int length;

        void add(short[] frame) {
            if (length >= MOST_HEARD) return;
            length += frame.length;
            frames.add(frame.clone());
        }

        short[] samples() {
            var all = frames.stream().toList();
            var samples = new short[all.size() * Pcm.FRAME];
            int at = 0;
            for (short[] frame : all) {
                System.arraycopy(frame, 0, samples, at, frame.length);
                at += frame.length;
            }
            return samples;
        }
    }
}
