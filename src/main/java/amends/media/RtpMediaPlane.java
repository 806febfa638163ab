package amends.media;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import amends.telephony.GuestPart;
import amends.telephony.MediaLeg;
import amends.telephony.MediaPlane;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The audio of all calls of one desk: RTP in the agreed coding on one side, the agent's devices on the other. Any thread. */
public final class RtpMediaPlane implements MediaPlane, Announcer, MediaQuality, AutoCloseable {
    private final Supplier<InetAddress> local;
    private final PortRange ports;
    private final CallTap.Factory taps;
    private final Timekeeper time;
    private final MediaWishes wishes;
    private final MediaThread thread;
    private final Subscribers<Heard> ends = new Subscribers<>();
    private volatile Optional<ReadySockets> sockets = Optional.empty();
    private final Map<CallId, RtpLeg> legs = new ConcurrentHashMap<>();

    /**
     * @param local where RTP is received, and what is offered to the far end: no wildcard. Asked for each call, for
     *     the way to the server may change while the desk is open
     * @param taps asked for a tap on the media thread when a call's media starts
     */
    public RtpMediaPlane(
            Supplier<InetAddress> local, PortRange ports, AudioDevices devices, CallTap.Factory taps, Timekeeper time) {
        this(local, ports, MediaWishes.PLAIN, devices, taps, time);
    }

    /** @param wishes what is offered of each call */
    public RtpMediaPlane(
            Supplier<InetAddress> local,
            PortRange ports,
            MediaWishes wishes,
            AudioDevices devices,
            CallTap.Factory taps,
            Timekeeper time) {
        this(local, ports, wishes, devices, taps, time, new ParkingPace());
    }

    /** @param pace whose thread it flows on */
    public RtpMediaPlane(
            Supplier<InetAddress> local,
            PortRange ports,
            MediaWishes wishes,
            AudioDevices devices,
            CallTap.Factory taps,
            Timekeeper time,
            Pace pace) {
        this.wishes = wishes;
        this.local = local;
        this.ports = ports;
        this.taps = taps;
        this.time = time;
        this.thread = new MediaThread(devices, time, pace);
    }

    /** Codes some sound in every offered coding, so that the first call need not learn it. Blocks for a second or two. */
    public void rehearse() {
        CodingRehearsal.of(wishes);
    }

    /** From now on this server is asked where the sockets of calls are seen from outside, where that matters. Once. */
    public void ask(StunServer stun) {
        sockets = Optional.of(new ReadySockets(stun, here -> RtpSocket.open(here, ports), time));
    }

    /** Where the SIP server is, and by which address of ours it is reached. Any thread; returns at once. */
    public void way(InetAddress server, InetAddress here) {
        Optional<InetAddress> outside = ReadySockets.isNear(server) ? Optional.empty() : Optional.of(here);
        sockets.ifPresent(s -> s.way(outside));
    }

    /** What the agent says goes through this one from now on; the one before is closed, and this one with the plane. */
    public void treat(VoiceCleaner cleaner) {
        thread.execute(() -> thread.treat(cleaner));
    }

    /** Other devices were chosen: the calls that are on go on with them. */
    public void reopen() {
        thread.execute(thread::reopen);
    }

    /** While watched, the microphone is open outside calls too. */
    public void watch(boolean on) {
        thread.execute(() -> thread.watch(on));
    }

    /** Whether the agent hears, softly and now and then, that another call waits. Nobody else does. */
    public void waits(boolean now) {
        thread.execute(() -> thread.waits(now));
    }

    /** A short tone to the agent alone, as soon as this call flows; until it is over nothing of the room is sent. */
    public void zip(CallId call) {
        var leg = legs.get(call);
        if (leg != null) thread.execute(leg::zip);
    }

    /** How loud it is at the microphone, as sent, and at the loudspeaker. */
    public SoundBoard.Levels levels() {
        return thread.levels();
    }

    /** A call to oneself: some seconds are kept and played. */
    public SoundBoard.Answer test() {
        if (!legs.isEmpty()) return SoundBoard.Answer.IN_CALL;
        if (testing() != SoundBoard.Trial.READY) return SoundBoard.Answer.RUNNING;
        thread.execute(thread::test);
        return SoundBoard.Answer.BEGUN;
    }

    public SoundBoard.Trial testing() {
        return switch (thread.testing()) {
            case READY -> SoundBoard.Trial.READY;
            case LISTENING -> SoundBoard.Trial.LISTENING;
            case PLAYING -> SoundBoard.Trial.PLAYING;
        };
    }

    @Override
    public MediaLeg open(CallId call) throws IOException {
        var ready = sockets.flatMap(ReadySockets::take);
        var socket = (ready.isPresent() ? ready.get() : RtpSocket.open(local.get(), ports)).shown(local);
        var leg = new RtpLeg(
                call, wishes, socket, thread, taps, time, closed -> legs.remove(call, closed), ends::publish);
        legs.put(call, leg);
        return leg;
    }

    @Override
    public void conference(Set<CallId> calls) {
        var together = calls.stream().map(legs::get).filter(Objects::nonNull).toList();
        thread.execute(() -> thread.conference(together));
    }

    @Override
    public void apart(CallId call) {
        var leg = legs.get(call);
        if (leg != null) thread.execute(leg::standApart);
    }

    @Override
    public void place(CallId guest, CallId host, GuestPart part) {
        var leg = legs.get(guest);
        var call = legs.get(host);
        if (leg == null) return;
        thread.execute(() -> thread.guests().place(leg, call, call == null ? GuestPart.OUTSIDE : part));
    }

    @Override
    public void adopt(CallId call, boolean recorded) {
        var leg = legs.get(call);
        if (leg != null) thread.execute(() -> leg.adopted(recorded));
    }

    @Override
    public void play(CallId call, short[] clip) {
        var leg = legs.get(call);
        if (leg != null) leg.play(clip);
    }

    @Override
    public Optional<MediaStatistics> of(CallId call) {
        return Optional.ofNullable(legs.get(call)).map(RtpLeg::statistics);
    }

    @Override
    public Optional<Line> line(CallId call) {
        return Optional.ofNullable(legs.get(call)).map(RtpLeg::line);
    }

    @Override
    public Cancellable onEnded(Consumer<Heard> listener) {
        return ends.add(listener);
    }

    /** Ends every call's media and lets the devices go. */
    @Override
    public void close() {
        sockets.ifPresent(ReadySockets::close);
        legs.values().forEach(RtpLeg::close);
        thread.close();
    }
}
