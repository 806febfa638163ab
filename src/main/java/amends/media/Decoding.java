package amends.media;

import amends.rtp.VoiceDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Packets that wait on a timeline, decoded in their turn, just before they are played, since most codings remember what
 * went before; and what a coding itself makes of the holes between them. One thread.
 */
final class Decoding {
    /** Frames that a coding makes up by itself; then the far end is silent. */
    private static final int MOST_MADE_UP = 5;

    private final SoundLine line;
    private final TreeMap<Long, Arrival> waiting = new TreeMap<>();
    private final ComfortNoise noise = new ComfortNoise(new Random(3389));
    private VoiceDecoder lastDecoder;
    private boolean paused;
    private int madeUpInARow;
    private long recoveredSamples;
    private long holes;

    Decoding(SoundLine line) {
        this.line = line;
    }

    void add(long place, Arrival arrival) {
        waiting.put(place, arrival);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** What stands there or later is not wanted any more. */
    void cut(long place) {
        waiting.tailMap(place).clear();
    }

    /** What was decoded in part is over; what was never decoded came too late to be. */
    void forgetUntil(long place) {
        while (!waiting.isEmpty()
                && waiting.firstEntry().getKey()
                                + waiting.firstEntry().getValue().samples()
                        <= place) waiting.pollFirstEntry();
    }

    /** Whether the far end is quiet by its own will. */
    boolean isPaused() {
        return paused;
    }

    /** What is heard while it is. */
    void fillPause(short[] frame, int from, int to) {
        noise.fill(frame, from, to);
    }

    /** Of what was made up: told by the packets after it. */
    long recoveredSamples() {
        return recoveredSamples;
    }

    /** That the coding itself made something up for, since the one before this was asked. */
    long newHoles() {
        long met = holes;
        holes = 0;
        return met;
    }

    /** Decodes what follows without a hole. */
    void untilHole(long to) {
        while (line.decoded() < to && !waiting.isEmpty() && waiting.firstKey() <= line.decoded()) {
            var next = waiting.pollFirstEntry();
            decode(next.getKey(), next.getValue());
        }
    }

    /** Decodes what there is, and over holes. */
    void until(long to) {
        while (line.decoded() < to) {
            Map.Entry<Long, Arrival> next = waiting.firstEntry();
            if (next == null || next.getKey() > line.decoded()) {
                if (!madeUp(next, to)) return;
            } else {
                waiting.pollFirstEntry();
                decode(next.getKey(), next.getValue());
            }
        }
    }

    private void decode(long place, Arrival arrival) {
        paused = arrival.pauses();
        madeUpInARow = 0;
        switch (arrival.content()) {
            case Arrival.Content.Voice(var decoder) -> {
                lastDecoder = decoder;
                noise.silence();
                line.put(place, decoder.decode(arrival.packet().payload()), SoundLine.REAL);
            }
            case Arrival.Content.Quiet _ -> line.put(place, new short[arrival.samples()], SoundLine.REAL);
            case Arrival.Content.Noise(int level) -> noise.level(level);
        }
    }

    /** The coding's own way over a hole. @return false when it has none, and the hole is filled when it is played */
    private boolean madeUp(Map.Entry<Long, Arrival> next, long to) {
        if (lastDecoder == null || !paused && madeUpInARow >= MOST_MADE_UP) return skipHole(next, to);
        long hole = (next == null ? to : next.getKey()) - line.decoded();
        boolean last = next != null && hole <= Pcm.FRAME;
        short[] made = null;
        if (last && next.getValue().content() instanceof Arrival.Content.Voice(var decoder) && decoder == lastDecoder) {
            made = decoder.recover(next.getValue().packet().payload(), Pcm.FRAME);
            if (made != null) recoveredSamples += made.length;
        }
        if (made == null) made = lastDecoder.conceal(Pcm.FRAME);
        if (made == null) return skipHole(next, to);
        if (!paused && madeUpInARow == 0) holes++;
        madeUpInARow++;
        short[] fitting = last && made.length > hole ? Arrays.copyOf(made, (int) hole) : made;
        line.put(line.decoded(), fitting, SoundLine.MADE_UP);
        return true;
    }

    private boolean skipHole(Map.Entry<Long, Arrival> next, long to) {
        if (next == null) return false;
        line.leaveHole(Math.min(to, next.getKey()));
        return true;
    }
}
