package amends.media;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that all media of a desk flows on: it takes packets as they come and, every 20 ms by deadlines that
 * do not drift, runs one tick of every leg. A tick has two halves: first every far end is heard and goes to the ear,
 * then the mouth is heard and goes to the far ends; the first is as much before the second as {@link EarLead} says.
 * Before each everything that has arrived is taken in, so a thread that was held up (garbage collection, a busy
 * machine) makes up for it without taking packets for late. Nothing on it blocks; devices stand behind rings of their
 * own. Its waiting is its {@link Pace}'s affair.
 */
final class MediaThread implements Pace.Turns, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaThread.class);
    private static final long TICK_NANOS = Pcm.FRAME_MS * 1_000_000L;
    /** Held up longer than this (the machine slept), the time is gone and is not made up for. */
    private static final long GONE_NANOS = 2_000_000_000L;

    private final Headset headset;
    private final Timekeeper time;
    private final Selector selector;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Pace.Rhythm rhythm;

    private final List<RtpLeg> legs = new ArrayList<>();
    private final Conference conference = new Conference();
    private final TestCall test = new TestCall();
    private final EarTones tones = new EarTones();
    private boolean watched;
    private final Guests guests = new Guests();
    private final short[] spoken = new short[Pcm.FRAME];
    private final EarLead lead = new EarLead();
    /** Of the next second half. */
    private long deadline;

    private boolean listened;
    /** Whether this tick's frame in the ear holds a zip tone, which the microphone hears too. */
    private boolean zips;

    MediaThread(AudioDevices devices, Timekeeper time, Pace pace) {
        headset = new Headset(devices);
        this.time = time;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector for media", e);
        }
        rhythm = pace.begin(this);
    }

    /** Any thread. Run in the order handed in, within a few milliseconds. */
    void execute(Runnable command) {
        commands.add(command);
        wake();
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    @Override
    public long left() {
        return isFlowing() ? due() - time.nanos() : Long.MAX_VALUE;
    }

    @Override
    public void turn(long millis) {
        try {
            if (millis > 0) selector.select(MediaThread::receive, millis);
            else selector.selectNow(MediaThread::receive);
            runCommands();
            if (left() <= 0) tick();
        } catch (Throwable e) {
            // An Error too: without this thread no call of the desk has sound until it is started anew.
            LOG.error("a turn of the media thread failed", e);
        }
    }

    @Override
    public void end() {
        runCommands();
        List.copyOf(legs).forEach(RtpLeg::end);
        headset.close();
        headset.treat(VoiceCleaner.NONE);
        closeSelector();
    }

    private long due() {
        return listened ? deadline : deadline - lead.nanos();
    }

    private void runCommands() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) obey(command);
    }

    /** A command that fails takes no other with it. */
    private static void obey(Runnable command) {
        try {
            command.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a command to the media thread failed", e);
        }
    }

    private static void receive(SelectionKey key) {
        if (key.isValid()) ((Runnable) key.attachment()).run();
    }

    private void tick() {
        if (listened) speak();
        else listen();
        listened = !listened;
    }

    private void listen() {
        long behind = time.nanos() - deadline;
        if (behind > GONE_NANOS) {
            LOG.warn("media stood still for {} ms", behind / 1_000_000);
            deadline += behind / TICK_NANOS * TICK_NANOS;
        }
        long due = due();
        for (RtpLeg leg : legs) leg.listen(due);
        RtpLeg focus = focus();
        List<RtpLeg> together = focus != null && focus.talks() ? conference.with(focus) : List.of();
        zips = tones.isZipping();
        hear(guests.beside(focus == null ? null : conference.heard(together, focus)));
        if (focus != null) lead.follow(focus, focus.early());
    }

    private void speak() {
        deadline += TICK_NANOS;
        if (legs.isEmpty()) {
            test.tick(headset);
            if (!isFlowing()) headset.close();
            return;
        }
        RtpLeg focus = focus();
        boolean talking = focus != null && focus.talks();
        if (talking) headset.read(spoken);
        else headset.unread();
        boolean said = talking && !zips;
        List<RtpLeg> together = talking ? conference.with(focus) : List.of();
        for (RtpLeg leg : legs) {
            if (leg.isApart()) continue;
            boolean addressed = talking && (leg == focus || together.contains(leg));
            leg.speak(
                    addressed && said ? spoken : null, guests.joining(leg, together, conference.others(together, leg)));
        }
        for (RtpLeg leg : legs) if (leg.isApart()) leg.speak(guests.told(leg, together), null);
    }

    /** @param heard null when nothing is */
    private void hear(short[] heard) {
        short[] ear = tones.over(heard);
        if (ear == null) headset.unwritten();
        else headset.write(ear);
    }

    /** Media thread: whether the tone of a waiting call is in the agent's ear. */
    void waits(boolean now) {
        if (now) begin();
        tones.waits(now);
        if (!isFlowing()) headset.close();
    }

    /** Media thread: the agent is told by a tone that they are heard in a moment. */
    void zip() {
        tones.zip();
        // The mouth's half of this tick may be still to come.
        zips = true;
    }

    /** Media thread: who is in whose call. */
    Guests guests() {
        return guests;
    }

    /** Media thread: these legs are mixed from now on. */
    void conference(List<RtpLeg> together) {
        conference.of(together);
    }

    /** The call in the agent's ear: one in which both talk before one that is only heard, the newest among equals. */
    private RtpLeg focus() {
        RtpLeg focus = null;
        for (RtpLeg leg : legs)
            if (!leg.isApart() && leg.hears() && (focus == null || leg.talks() || !focus.talks())) focus = leg;
        return focus;
    }

    /** Media thread: the leg flows from now on. */
    void join(RtpLeg leg, RtpSocket socket) {
        try {
            socket.register(selector, leg::receive, leg::receiveReports);
        } catch (IOException e) {
            throw new UncheckedIOException("a leg cannot be received", e);
        }
        begin();
        test.hear(TestCall.Event.CALL_CAME);
        legs.add(leg);
    }

    /** Media thread: the leg's terms changed, it is the newest now. */
    void focusAgain(RtpLeg leg) {
        if (legs.remove(leg)) legs.add(leg);
    }

    /** Media thread: the leg is over. The devices are let go with the last. */
    void leave(RtpLeg leg) {
        conference.without(leg);
        guests.without(leg);
        if (legs.remove(leg) && !isFlowing()) headset.close();
    }

    /** Whether the devices are in use. */
    private boolean isFlowing() {
        return !legs.isEmpty() || watched || test.isOn() || tones.isWaiting();
    }

    private void begin() {
        if (isFlowing()) return;
        deadline = time.nanos();
        listened = false;
        lead.restart();
        headset.open();
    }

    /** Media thread: whether the microphone's level is looked at outside calls too. */
    void watch(boolean on) {
        if (on) begin();
        watched = on;
        if (!isFlowing()) headset.close();
    }

    /** Media thread: a call to oneself, unless there is a real one. */
    void test() {
        if (!legs.isEmpty()) return;
        begin();
        test.hear(TestCall.Event.WISHED);
    }

    /** Media thread: other devices were chosen. */
    void reopen() {
        if (!isFlowing()) return;
        headset.close();
        headset.open();
    }

    /** Any thread. */
    TestCall.Phase testing() {
        return test.phase();
    }

    /** Any thread. */
    SoundBoard.Levels levels() {
        return headset.levels();
    }

    /** Media thread: the microphone's sound goes through this one. */
    void treat(VoiceCleaner cleaner) {
        headset.treat(cleaner);
    }

    private void closeSelector() {
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("closing the selector failed", e);
        }
    }

    /** Ends every leg. Waits for the thread, at most two seconds. */
    @Override
    public void close() {
        rhythm.close();
    }
}
