package amends.media;

import amends.rtp.SequenceNumbers;
import amends.rtp.VoiceDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Turns packets that come when they come into one frame every 20 ms, on a timeline that keeps time: what is lost is
 * made up and the timeline goes on; what is late is dropped; what comes early, twice or out of order falls into its
 * place. Packets are decoded in their turn, just before they are played, since most codings remember what went before.
 * {@link DelayTarget} says how far playing stays behind; the way there goes by single periods of speech. Holds at most
 * two seconds. No thread and no clock of its own: it is told how much time passes between two frames. One thread.
 */
final class JitterBuffer {
    private static final int RING = 65_536;
    /** Further than this from what is played now is another timeline. */
    private static final int HORIZON = 2 * Pcm.RATE;
    /** Where the first packet is put: so much is in hand when it is played at the tick after the next. */
    static final int START = Pcm.FRAME;
    /** More than this too much is a flood, and left out at once. */
    private static final int FLOOD = Pcm.RATE * 300 / 1000;
    /** Frames that a coding makes up by itself; then the far end is silent. */
    private static final int MOST_MADE_UP = 5;
    /** So alike are two periods that become one unheard; when it is urgent less will do. */
    private static final double ALIKE = 0.75;

    private static final double HARDLY_ALIKE = 0.4;
    private static final int URGENT = 2 * Pcm.FRAME;
    /** Frames between two changes of the delay. */
    private static final int REST = 2;

    /** Frames that the timeline may wait in a row. */
    private static final int MOST_HOLDS = 3;

    private static final byte NOTHING = 0;
    private static final byte REAL = 1;
    private static final byte MADE_UP = 2;

    private final short[] ring = new short[RING];
    private final byte[] there = new byte[RING];
    private final TreeMap<Long, Arrival> waiting = new TreeMap<>();
    private final Concealment concealment = new Concealment();
    private final ComfortNoise noise = new ComfortNoise(new Random(3389));
    private final LoudnessGauge loudness = new LoudnessGauge();
    private final DelayTarget delay = new DelayTarget();
    private final short[] ahead = new short[2 * TimeScaling.LONGEST];

    private boolean started;
    private boolean spoken;
    private boolean paused;
    private long ssrc;
    private int clockRate;
    /** A packet and its place on the timeline, in samples. */
    private long knownTimestamp;

    private long knownPlace;
    private int newestSequence;
    /** The next sample to be played, the end of what is decoded, and the end of what came. */
    private long playing;

    private long decoded;
    private long end;
    private Arrival stray;
    private VoiceDecoder lastDecoder;
    private int madeUpInARow;
    /** Time that passed until the last frame was pulled, in samples. */
    private long clock;

    private long early;
    private int rest;
    private int holds;
    private int fit = Pcm.FRAME;

    private long late;
    private long playedSamples;
    private long concealedSamples;
    private long stillness;
    private long recoveredSamples;
    private long stretchedSamples;
    private long skippedSamples;

    /**
     * Takes a packet in, whatever its order.
     *
     * @param sincePull samples' worth of time since the last frame was pulled
     */
    void push(Arrival arrival, int sincePull) {
        long timestamp = arrival.packet().timestamp();
        if (!started) layTimeline(arrival);
        long place = placeOf(timestamp);
        if (arrival.ssrc() != ssrc || arrival.clockRate() != clockRate || Math.abs(place - playing) > HORIZON) {
            pushStray(arrival, sincePull);
            return;
        }
        stray = null;
        long now = clock + Math.clamp(sincePull, 0, Pcm.FRAME);
        boolean newest = SequenceNumbers.ticksAhead(knownTimestamp, timestamp) >= 0;
        if (place + arrival.samples() <= playing && arrival.samples() > 0) {
            late++;
            boolean moved = delay.tooLate(now);
            delay.came(now - place);
            if (!moved && !(arrival.packet().marker() && newest)) return;
            layTimeline(arrival);
            place = knownPlace;
        }
        delay.inTime();
        delay.came(now - place);
        fit = arrival.samples() % Pcm.FRAME == 0 ? Pcm.FRAME : 1;
        if (newest) noteNewest(arrival, place);
        waiting.put(place, arrival);
        end = Math.max(end, place + arrival.samples());
    }

    private long placeOf(long timestamp) {
        return knownPlace + (long) SequenceNumbers.ticksAhead(knownTimestamp, timestamp) * Pcm.RATE / clockRate;
    }

    /** Numbers without a hole before a hole in time: the far end was silent by its own will, nothing is lost. */
    private void noteNewest(Arrival arrival, long place) {
        int sequence = arrival.packet().sequence();
        if (place > knownPlace) {
            if (SequenceNumbers.ahead(newestSequence, sequence) > 1) concealedSamples += stillness;
            stillness = 0;
        }
        newestSequence = sequence;
        knownTimestamp = arrival.packet().timestamp();
        knownPlace = place;
    }

    /** One packet of another timeline may be an accident or an attack; two that fit together are a new stream. */
    private void pushStray(Arrival arrival, int sincePull) {
        Arrival before = stray;
        stray = arrival;
        if (before == null || before.ssrc() != arrival.ssrc() || before.clockRate() != arrival.clockRate()) return;
        int step = SequenceNumbers.ticksAhead(
                before.packet().timestamp(), arrival.packet().timestamp());
        if (step <= 0 || step > arrival.clockRate()) return;
        layTimeline(before);
        push(before, sincePull);
        push(arrival, sincePull);
    }

    /** The packet is played after the starting delay, or after what is still there of the stream before it. */
    private void layTimeline(Arrival arrival) {
        started = true;
        ssrc = arrival.ssrc();
        clockRate = arrival.clockRate();
        stray = null;
        long last = waiting.isEmpty() ? decoded : Math.max(decoded, end);
        knownTimestamp = arrival.packet().timestamp();
        newestSequence = arrival.packet().sequence() - 1;
        knownPlace = Math.max(playing + START, Math.min(last, playing + DelayTarget.MOST));
        waiting.tailMap(knownPlace - 1).clear();
        for (; decoded > knownPlace; decoded--) there[slot(decoded - 1)] = NOTHING;
        end = decoded = Math.max(decoded, playing);
        stillness = 0;
        delay.restart();
    }

    /** Fills in the next 20 ms, which is 20 ms after the last. @return whether anything was heard */
    boolean pull(short[] frame) {
        return pull(frame, Pcm.FRAME);
    }

    /** @param since samples' worth of time since the last frame was pulled */
    boolean pull(short[] frame, int since) {
        clock += since;
        Arrays.fill(frame, (short) 0);
        if (!started) return false;
        decodeUntil(playing + Pcm.FRAME);
        long wanted = wanted();
        if (rest > 0) rest--;
        else if (bent(wanted)) rest = REST;
        decodeUntil(playing + Pcm.FRAME);
        boolean waits = wanted > 0 && nothingCame() && holds < MOST_HOLDS;
        output(frame);
        if (waits) hold();
        else if (end > playing) holds = 0;
        loudness.quiet(frame);
        return true;
    }

    /** Samples by which the timeline should be longer, or shorter when it is negative. */
    private long wanted() {
        long pulled = clock - playing;
        long misfit = fit == 1 ? 0 : Math.floorMod(knownPlace - playing, (long) Pcm.FRAME);
        early = fit == 1 ? 0 : delay.spare(pulled - misfit);
        return delay.wanted(pulled - misfit, fit) - misfit;
    }

    /** @return whether the timeline gave */
    private boolean bent(long wanted) {
        if (wanted < -FLOOD) {
            leaveOut(-wanted);
            return true;
        }
        if (wanted > 0) return stretched(wanted);
        return wanted <= -TimeScaling.SHORTEST && shortened(-wanted);
    }

    private boolean stretched(long wanted) {
        decodeWaiting(playing + ahead.length);
        int length = lookAhead();
        if (length < 2 * TimeScaling.SHORTEST) return false;
        var period = TimeScaling.period(ahead, length, (int) Math.min(wanted + TimeScaling.LONGEST, Pcm.FRAME));
        if (!fits(period, wanted)) return false;
        short[] between = TimeScaling.between(ahead, period.samples());
        int samples = period.samples();
        playing -= samples;
        write(playing, ahead, samples);
        write(playing + samples, between, samples);
        stretchedSamples += samples;
        return true;
    }

    private boolean nothingCame() {
        return spoken && !paused && end <= playing;
    }

    /** Nothing was there anyway, so the timeline waits for a frame: what comes next will be in time. */
    private void hold() {
        holds++;
        playing -= Pcm.FRAME;
        stretchedSamples += Pcm.FRAME;
        stillness = Math.max(0, stillness - Pcm.FRAME);
    }

    private boolean shortened(long most) {
        decodeWaiting(playing + ahead.length);
        int length = lookAhead();
        if (length < 2 * TimeScaling.SHORTEST) return false;
        var period = TimeScaling.period(ahead, length, (int) Math.min(most, Pcm.FRAME));
        if (!fits(period, most)) return false;
        TimeScaling.shorten(ahead, period.samples());
        write(playing, ahead, 2 * period.samples());
        forget(period.samples());
        skippedSamples += period.samples();
        return true;
    }

    /** Decodes what follows without a hole. */
    private void decodeWaiting(long to) {
        while (decoded < to && !waiting.isEmpty() && waiting.firstKey() <= decoded) {
            var next = waiting.pollFirstEntry();
            decode(next.getKey(), next.getValue());
        }
    }

    private boolean fits(TimeScaling.Period period, long change) {
        if (period.samples() == 0) return false;
        boolean quiet = loudness.isQuiet(ahead, 2 * period.samples());
        return quiet || period.likeness() > (change >= URGENT ? HARDLY_ALIKE : ALIKE);
    }

    /** What really came and follows without a hole. @return how many samples of {@link #ahead} it is */
    private int lookAhead() {
        int length = 0;
        while (length < ahead.length && there[slot(playing + length)] == REAL) {
            ahead[length] = ring[slot(playing + length)];
            length++;
        }
        return length;
    }

    private void leaveOut(long samples) {
        long gone = Math.min(samples, HORIZON);
        decodeUntil(playing + gone);
        forget((int) gone);
        skippedSamples += gone;
    }

    private void decodeUntil(long to) {
        while (decoded < to) {
            Map.Entry<Long, Arrival> next = waiting.firstEntry();
            if (next == null || next.getKey() > decoded) {
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
                put(place, decoder.decode(arrival.packet().payload()), REAL);
            }
            case Arrival.Content.Quiet _ -> put(place, new short[arrival.samples()], REAL);
            case Arrival.Content.Noise(int level) -> noise.level(level);
        }
    }

    /** The coding's own way over a hole. @return false when it has none, and the hole is filled when it is played */
    private boolean madeUp(Map.Entry<Long, Arrival> next, long to) {
        if (lastDecoder == null || !paused && madeUpInARow >= MOST_MADE_UP) return skipHole(next, to);
        long hole = (next == null ? to : next.getKey()) - decoded;
        boolean last = next != null && hole <= Pcm.FRAME;
        short[] made = null;
        if (last && next.getValue().content() instanceof Arrival.Content.Voice(var decoder) && decoder == lastDecoder) {
            made = decoder.recover(next.getValue().packet().payload(), Pcm.FRAME);
            if (made != null) recoveredSamples += made.length;
        }
        if (made == null) made = lastDecoder.conceal(Pcm.FRAME);
        if (made == null) return skipHole(next, to);
        madeUpInARow++;
        put(decoded, last && made.length > hole ? Arrays.copyOf(made, (int) hole) : made, MADE_UP);
        return true;
    }

    private boolean skipHole(Map.Entry<Long, Arrival> next, long to) {
        if (next == null) return false;
        decoded = Math.min(to, next.getKey());
        return true;
    }

    private void put(long place, short[] pcm, byte how) {
        for (int i = (int) Math.max(0, playing - place); i < pcm.length; i++) {
            int slot = slot(place + i);
            ring[slot] = pcm[i];
            there[slot] = how;
        }
        decoded = Math.max(decoded, place + pcm.length);
    }

    private void write(long place, short[] pcm, int length) {
        for (int i = 0; i < length; i++) {
            ring[slot(place + i)] = pcm[i];
            there[slot(place + i)] = REAL;
        }
    }

    /** Takes a frame out, every run of samples that is not there made up. */
    private void output(short[] frame) {
        for (int from = 0; from < frame.length; ) {
            byte how = there[slot(playing + from)];
            int to = from;
            while (to < frame.length && there[slot(playing + to)] == how) {
                frame[to] = ring[slot(playing + to)];
                to++;
            }
            run(frame, from, to, how, end > playing + from);
            from = to;
        }
        forget(frame.length);
    }

    private void run(short[] frame, int from, int to, byte how, boolean moreCame) {
        int samples = to - from;
        if (how == REAL) {
            playedSamples += samples;
            spoken = true;
            concealment.came(frame, from, to);
        } else if (paused) {
            if (how == NOTHING) noise.fill(frame, from, to);
        } else {
            if (how == NOTHING) concealment.missing(frame, from, to);
            else concealment.came(frame, from, to);
            if (!spoken) return;
            if (moreCame) concealedSamples += samples;
            else stillness += samples;
        }
    }

    private void forget(int samples) {
        for (int i = 0; i < samples; i++) there[slot(playing + i)] = NOTHING;
        playing += samples;
        decoded = Math.max(decoded, playing);
        // What was decoded in part is over; what was never decoded came too late to be.
        while (!waiting.isEmpty()
                && waiting.firstEntry().getKey()
                                + waiting.firstEntry().getValue().samples()
                        <= playing) waiting.pollFirstEntry();
    }

    private static int slot(long place) {
        return (int) place & RING - 1;
    }

    /**
     * Samples' worth of time by which frames could be pulled earlier and nothing would come too late; negative when they
     * should be pulled later. 0 while too little is known of the packets.
     */
    int early() {
        return (int) Math.clamp(early, -Pcm.FRAME, 2 * Pcm.FRAME);
    }

    /** How much is there to be played, in milliseconds. */
    int depthMs() {
        return (int) Math.max(0, end - playing) * 1000 / Pcm.RATE;
    }

    long late() {
        return late;
    }

    long played() {
        return playedSamples / Pcm.FRAME;
    }

    long concealed() {
        return (concealedSamples + Pcm.FRAME / 2) / Pcm.FRAME;
    }

    /** Of what was made up: told by the packets after it. */
    long recovered() {
        return recoveredSamples / Pcm.FRAME;
    }

    long stretched() {
        return stretchedSamples / Pcm.FRAME;
    }

    long skipped() {
        return skippedSamples / Pcm.FRAME;
    }
}
