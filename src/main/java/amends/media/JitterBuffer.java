package amends.media;

import amends.rtp.SequenceNumbers;
import java.util.Arrays;

/**
 * Turns packets that come when they come into one frame every 20 ms, on a timeline that keeps time: what is lost is
 * made up and the timeline goes on; what is late is dropped; what comes early, twice or out of order falls into its
 * place. {@link PlayoutDelay} says when the timeline itself must give. Holds at most four seconds. No thread of its
 * own, no clock: time is the number of frames pulled. One thread.
 */
final class JitterBuffer {
    enum Heard {
        /** Whole, as it came. */
        PLAYED,
        /** Something was missing and was made up. */
        CONCEALED,
        /** Nothing is being said: nothing came yet, or the far end has paused. */
        NOTHING
    }

    private static final int RING = 32768;
    /** Further than this from what is played now is another timeline. */
    private static final int HORIZON = 2 * Pcm.RATE;

    private record Packet(long ssrc, long timestamp, short[] pcm) {}

    private final short[] ring = new short[RING];
    private final boolean[] there = new boolean[RING];
    private final Concealment concealment = new Concealment();
    private final LoudnessGauge loudness = new LoudnessGauge();
    private final PlayoutDelay delay = new PlayoutDelay();
    private final short[] ahead = new short[Pcm.FRAME];

    private boolean started;
    private boolean spoken;
    private long ssrc;
    /** A timestamp and its place on the timeline, in samples. */
    private long knownTimestamp;

    private long knownPlace;
    /** The next sample to be played, and the end of what is there. */
    private long playing;

    private long end;
    private Packet stray;

    private long late;
    private long played;
    private long concealed;
    private long stretched;
    private long skipped;

    /**
     * Takes a packet in, whatever its order.
     *
     * @param marker the sender says that a new spurt of speech begins, so the timeline may move unheard
     * @param pcm the decoded samples, at most a second
     */
    void push(long ssrc, long timestamp, boolean marker, short[] pcm) {
        if (!started) layTimeline(ssrc, timestamp);
        long place = knownPlace + SequenceNumbers.ticksAhead(knownTimestamp, timestamp);
        if (ssrc != this.ssrc || Math.abs(place - playing) > HORIZON) {
            pushStray(new Packet(ssrc, timestamp, pcm));
            return;
        }
        stray = null;
        if (place + pcm.length <= playing) {
            late++;
            boolean newest = SequenceNumbers.ticksAhead(knownTimestamp, timestamp) > 0;
            if (!delay.late((int) (playing - place)) && !(marker && newest)) return;
            layTimeline(ssrc, timestamp);
            place = knownPlace;
        }
        delay.inTime((int) (place - playing));
        knownTimestamp = timestamp;
        knownPlace = place;
        put(place, pcm);
    }

    /** One packet of another timeline may be an accident or an attack; two that fit together are a new stream. */
    private void pushStray(Packet packet) {
        Packet before = stray;
        stray = packet;
        if (before == null || before.ssrc != packet.ssrc) return;
        int step = SequenceNumbers.ticksAhead(before.timestamp, packet.timestamp);
        if (step <= 0 || step > Pcm.RATE) return;
        layTimeline(before.ssrc, before.timestamp);
        push(before.ssrc, before.timestamp, false, before.pcm);
        push(packet.ssrc, packet.timestamp, false, packet.pcm);
    }

    /** The packet is played after the starting delay, or after what is still there of the stream before it. */
    private void layTimeline(long newSsrc, long timestamp) {
        started = true;
        ssrc = newSsrc;
        stray = null;
        knownTimestamp = timestamp;
        knownPlace = Math.max(playing + PlayoutDelay.START, Math.min(end, playing + PlayoutDelay.MOST));
        for (; end > knownPlace; end--) there[slot(end - 1)] = false;
        delay.restarted();
    }

    private void put(long place, short[] pcm) {
        for (int i = (int) Math.max(0, playing - place); i < pcm.length; i++) {
            int slot = slot(place + i);
            ring[slot] = pcm[i];
            there[slot] = true;
        }
        end = Math.max(end, place + pcm.length);
    }

    /** Fills in the next 20 ms. */
    Heard pull(short[] frame) {
        delay.tick();
        if (!started) {
            Arrays.fill(frame, (short) 0);
            return Heard.NOTHING;
        }
        leaveOut(delay.takeTooMuch());
        boolean whole = copy(playing, frame);
        boolean pause = !whole || loudness.quiet(frame);
        if (delay.wantsLonger(pause)) return stretch(frame, whole && pause);
        if (whole && pause && delay.wantsShorter() && shortened(frame)) copy(playing, frame);
        boolean paused = !spoken || end <= playing;
        conceal(frame);
        forget(Pcm.FRAME);
        if (whole) {
            played++;
            return Heard.PLAYED;
        }
        if (paused && !concealment.audible()) return Heard.NOTHING;
        concealed++;
        return Heard.CONCEALED;
    }

    /** A quiet frame is played twice; where there is none, a made-up one goes before it. */
    private Heard stretch(short[] frame, boolean quiet) {
        stretched++;
        delay.lengthened();
        if (quiet) {
            concealment.came(frame, 0, Pcm.FRAME);
            return Heard.PLAYED;
        }
        concealment.missing(frame, 0, Pcm.FRAME);
        concealed++;
        return Heard.CONCEALED;
    }

    private boolean shortened(short[] frame) {
        if (!copy(playing + Pcm.FRAME, ahead) || !loudness.quiet(ahead)) return false;
        leaveOut(Pcm.FRAME);
        delay.shortened();
        return true;
    }

    private void leaveOut(int samples) {
        if (samples == 0) return;
        forget(samples);
        skipped += samples / Pcm.FRAME;
    }

    /** Makes up every run of samples that is not there. */
    private void conceal(short[] frame) {
        int from = 0;
        while (from < frame.length) {
            boolean present = there[slot(playing + from)];
            int to = from + 1;
            while (to < frame.length && there[slot(playing + to)] == present) to++;
            spoken |= present;
            if (present) concealment.came(frame, from, to);
            else concealment.missing(frame, from, to);
            from = to;
        }
    }

    /** @return whether all of it is there */
    private boolean copy(long place, short[] frame) {
        boolean whole = true;
        for (int i = 0; i < frame.length; i++) {
            int slot = slot(place + i);
            frame[i] = ring[slot];
            whole &= there[slot];
        }
        return whole;
    }

    private void forget(int samples) {
        for (int i = 0; i < samples; i++) there[slot(playing + i)] = false;
        playing += samples;
    }

    private static int slot(long place) {
        return (int) place & RING - 1;
    }

    /** How much is there to be played, in milliseconds. */
    int depthMs() {
        return (int) Math.max(0, end - playing) * 1000 / Pcm.RATE;
    }

    long late() {
        return late;
    }

    long played() {
        return played;
    }

    long concealed() {
        return concealed;
    }

    long stretched() {
        return stretched;
    }

    long skipped() {
        return skipped;
    }
}
