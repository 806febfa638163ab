package amends.media;

import amends.rtp.SequenceNumbers;
import java.util.Arrays;

/**
 * Turns packets that come when they come into one frame every 20 ms, on a timeline that keeps time: what is lost is
 * made up and the timeline goes on; what is late is dropped; what comes early, twice or out of order falls into its
 * place, and is decoded in its turn. {@link DelayTarget} says how far playing stays behind; the way there goes by single
 * periods of speech. Holds at most two seconds. No thread and no clock of its own: it is told how much time passes
 * between two frames. One thread.
 */
final class JitterBuffer {
    /** Further than this from what is played now is another timeline. */
    private static final int HORIZON = 2 * Pcm.RATE;
    /** Where the first packet is put: so much is in hand when it is played at the tick after the next. */
    static final int START = Pcm.FRAME;
    /** More than this too much is a flood, and left out at once. */
    private static final int FLOOD = Pcm.RATE * 300 / 1000;
    /** So alike are two periods that become one unheard; when it is urgent less will do. */
    private static final double ALIKE = 0.75;

    private static final double HARDLY_ALIKE = 0.4;
    private static final int URGENT = 2 * Pcm.FRAME;
    /** Frames between two changes of the delay. */
    private static final int REST = 2;

    /** Frames that the timeline may wait in a row. */
    private static final int MOST_HOLDS = 3;

    private final SoundLine line = new SoundLine();
    private final Decoding decoding = new Decoding(line);
    private final PacketPlaces places = new PacketPlaces();
    private final HeardCount count = new HeardCount();
    private final Concealment concealment = new Concealment();
    private final LoudnessGauge loudness = new LoudnessGauge();
    private final DelayTarget delay = new DelayTarget();
    private final CopyWait copies = new CopyWait();
    private final short[] ahead = new short[2 * TimeScaling.LONGEST];

    private boolean started;
    private boolean spoken;
    /** The end of what came. */
    private long end;

    private Arrival stray;
    /** Time that passed until the last frame was pulled, in samples. */
    private long clock;

    private long early;
    private int rest;
    private int holds;
    private int fit = Pcm.FRAME;
    private long late;

    /**
     * Takes a packet in, whatever its order.
     *
     * @param sincePull samples' worth of time since the last frame was pulled
     */
    void push(Arrival arrival, int sincePull) {
        if (!started) layTimeline(arrival);
        long place = places.of(arrival);
        if (!places.isOfStream(arrival) || Math.abs(place - line.playing()) > HORIZON) {
            pushStray(arrival, sincePull);
            return;
        }
        stray = null;
        long now = clock + Math.clamp(sincePull, 0, Pcm.FRAME);
        boolean newest = places.isNewest(arrival);
        if (place + arrival.samples() <= line.playing() && arrival.samples() > 0) {
            late++;
            boolean moved = delay.tooLate(now);
            delay.came(now - place);
            if (!moved && !(arrival.packet().marker() && newest)) return;
            layTimeline(arrival);
            place = places.newest();
        }
        delay.inTime();
        delay.came(now - place);
        fit = arrival.samples() % Pcm.FRAME == 0 ? Pcm.FRAME : 1;
        if (newest) noteNewest(arrival, place);
        if (arrival.tellsBefore()) copies.copyCame();
        decoding.add(place, arrival);
        end = Math.max(end, place + arrival.samples());
    }

    private void noteNewest(Arrival arrival, long place) {
        if (place > places.newest()) count.goesOn(places.leavesOut(arrival));
        places.note(arrival, place);
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
        stray = null;
        long last = decoding.isEmpty() ? line.decoded() : Math.max(line.decoded(), end);
        long place = Math.max(line.playing() + START, Math.min(last, line.playing() + DelayTarget.MOST));
        places.lay(arrival, place);
        decoding.cut(place - 1);
        line.cut(place);
        end = line.decoded();
        count.beginsAnew();
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
        decoding.until(line.playing() + Pcm.FRAME);
        long wanted = wanted();
        if (rest > 0) rest--;
        else if (bent(wanted)) rest = REST;
        decoding.until(line.playing() + Pcm.FRAME);
        boolean waits = wanted > 0 && nothingCame() && holds < MOST_HOLDS;
        output(frame);
        if (waits) hold();
        else if (end > line.playing()) holds = 0;
        loudness.quiet(frame);
        copies.played(decoding.newHoles());
        delay.keep(copies.samples());
        return true;
    }

    /** Samples by which the timeline should be longer, or shorter when it is negative. */
    private long wanted() {
        long pulled = clock - line.playing();
        long misfit = fit == 1 ? 0 : Math.floorMod(places.newest() - line.playing(), (long) Pcm.FRAME);
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
        int length = lookAhead();
        if (length < 2 * TimeScaling.SHORTEST) return false;
        var period = TimeScaling.period(ahead, length, (int) Math.min(wanted + TimeScaling.LONGEST, Pcm.FRAME));
        if (!fits(period, wanted)) return false;
        line.insert(ahead, TimeScaling.between(ahead, period.samples()), period.samples());
        count.stretched(period.samples());
        return true;
    }

    private boolean shortened(long most) {
        int length = lookAhead();
        if (length < 2 * TimeScaling.SHORTEST) return false;
        var period = TimeScaling.period(ahead, length, (int) Math.min(most, Pcm.FRAME));
        if (!fits(period, most)) return false;
        TimeScaling.shorten(ahead, period.samples());
        line.replace(ahead, 2 * period.samples());
        forget(period.samples());
        count.skipped(period.samples());
        return true;
    }

    private int lookAhead() {
        decoding.untilHole(line.playing() + ahead.length);
        return line.lookAhead(ahead);
    }

    private boolean fits(TimeScaling.Period period, long change) {
        if (period.samples() == 0) return false;
        boolean quiet = loudness.isQuiet(ahead, 2 * period.samples());
        return quiet || period.likeness() > (change >= URGENT ? HARDLY_ALIKE : ALIKE);
    }

    private void leaveOut(long samples) {
        long gone = Math.min(samples, HORIZON);
        decoding.until(line.playing() + gone);
        forget((int) gone);
        count.skipped(gone);
    }

    private boolean nothingCame() {
        return spoken && !decoding.isPaused() && end <= line.playing();
    }

    /** Nothing was there anyway, so the timeline waits for a frame: what comes next will be in time. */
    private void hold() {
        holds++;
        line.hold(Pcm.FRAME);
        count.held(Pcm.FRAME);
    }

    /** Takes a frame out, every run of samples that is not there made up. */
    private void output(short[] frame) {
        for (int from = 0; from < frame.length; ) {
            int to = line.run(frame, from);
            run(frame, from, to, line.how(from), end > line.playing() + from);
            from = to;
        }
        forget(frame.length);
    }

    private void run(short[] frame, int from, int to, byte how, boolean moreCame) {
        if (how == SoundLine.REAL) {
            count.played(to - from);
            spoken = true;
            concealment.came(frame, from, to);
        } else if (decoding.isPaused()) {
            if (how == SoundLine.NOTHING) decoding.fillPause(frame, from, to);
        } else {
            if (how == SoundLine.NOTHING) concealment.missing(frame, from, to);
            else concealment.came(frame, from, to);
            if (spoken) count.madeUp(to - from, moreCame);
        }
    }

    private void forget(int samples) {
        line.forget(samples);
        decoding.forgetUntil(line.playing());
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
        return (int) Math.max(0, end - line.playing()) * 1000 / Pcm.RATE;
    }

    long late() {
        return late;
    }

    long played() {
        return count.played();
    }

    long concealed() {
        return count.concealed();
    }

    /** Of what was made up: told by the packets after it. */
    long recovered() {
        return decoding.recoveredSamples() / Pcm.FRAME;
    }

    long stretched() {
        return count.stretched();
    }

    long skipped() {
        return count.skipped();
    }
}
