package amends.media;

import amends.kernel.Timekeeper;
import amends.rtp.ControlReport;
import amends.rtp.RtpPacket;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceEncoder;
import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaLeg;
import amends.telephony.MediaTerms;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's audio. What the call loop asks for is handed to the media thread, which owns everything that flows.
 * While the leg sends but does not receive (the customer is on hold) silence goes out: the microphone is not for them.
 */
final class RtpLeg implements MediaLeg {
    private static final Logger LOG = LoggerFactory.getLogger(RtpLeg.class);
    /** Seconds without a packet after which it is said that nothing comes. */
    private static final int SILENT_AFTER = 5;

    private static final int STATISTICS_EVERY = 1000 / Pcm.FRAME_MS;

    private final CallId call;
    private final List<Codec> codecs;
    private final Secrecy secrecy;
    private final RtpSocket socket;
    private final MediaThread thread;
    private final CallTap.Factory taps;
    private final Timekeeper time;
    private final Consumer<RtpLeg> onClosed;
    private final Consumer<MediaQuality.Heard> onEnded;
    private volatile Consumer<Character> digitListener = digit -> {};
    private volatile Runnable silenceListener = () -> {};
    private volatile MediaStatistics statistics;
    private volatile LineQuality line;
    private volatile boolean silent;
    private volatile boolean heard;
    private volatile boolean encrypted;
    private final RtpReceiver receiver;
    private final RtpSender sender = new RtpSender(new SecureRandom());
    private final KeySender keys = new KeySender();
    private final Announcements announcements = new Announcements();
    private final VoiceCoders coders;
    private final Map<VoiceCoding, VoiceEncoder> encoders = new EnumMap<>(VoiceCoding.class);
    private final short[] far = new short[Pcm.FRAME];
    private final short[] near = new short[Pcm.FRAME];
    private final RtcpLine reports = new RtcpLine(new SecureRandom());
    private final LineGauge gauge = new LineGauge();
    private long heardBefore;
    private int secondsOfSilence;
    private FarEnd farEnd;
    private Payloads payloads = Payloads.NONE;
    private MediaDirection direction = MediaDirection.INACTIVE;
    private CallTap tap = CallTap.NONE;
    private boolean muted;
    private boolean announcing;
    private boolean apart;
    private boolean zips;
    private boolean recorded = true;
    private boolean closed;
    private boolean stumbled;
    private long ticks;

    RtpLeg(
            CallId call,
            MediaWishes wishes,
            RtpSocket socket,
            MediaThread thread,
            CallTap.Factory taps,
            Timekeeper time,
            Consumer<RtpLeg> onClosed,
            Consumer<MediaQuality.Heard> onEnded) {
        this.call = call;
        this.coders = wishes.coders();
        this.receiver = new RtpReceiver(coders, this::tellDigit);
        this.codecs = Codecs.offered(wishes.codings());
        this.secrecy = new Secrecy(wishes.encryption());
        this.socket = socket;
        this.thread = thread;
        this.taps = taps;
        this.time = time;
        this.onClosed = onClosed;
        this.onEnded = onEnded;
    }

    @Override
    public MediaTerms local() {
        return new MediaTerms(socket.address(), codecs, MediaDirection.SENDRECV, secrecy.offered());
    }

    @Override
    public void connect(MediaTerms local, MediaTerms remote) {
        thread.execute(() -> flow(local, remote));
    }

    @Override
    public void mute(boolean muted) {
        thread.execute(() -> this.muted = muted);
    }

    @Override
    public void sendDigits(String digits) {
        thread.execute(() -> {
            if (payloads.keyType() < 0) announcements.add(DualTones.of(digits));
            else keys.press(digits);
        });
    }

    @Override
    public void onDigit(Consumer<Character> listener) {
        digitListener = listener;
    }

    @Override
    public void onSilence(Runnable listener) {
        silenceListener = listener;
    }

    void play(short[] clip) {
        thread.execute(() -> announcements.add(clip));
    }

    MediaStatistics statistics() {
        return statistics;
    }

    MediaQuality.Line line() {
        return new MediaQuality.Line(Optional.ofNullable(line), silent, encrypted);
    }

    @Override
    public void close() {
        onClosed.accept(this);
        thread.execute(this::end);
    }

    private void flow(MediaTerms local, MediaTerms remote) {
        if (closed) return;
        boolean first = farEnd == null;
        if (first || !farEnd.sameAs(remote.address())) farEnd = new FarEnd(remote.address());
        payloads = Payloads.agreed(local, remote);
        direction = remote.direction();
        secrecy.agree(local, remote);
        stumbled = false;
        encrypted = secrecy.encrypts();
        secondsOfSilence = 0;
        LOG.debug(
                "call {}: media {} with {} as {}, {}",
                call,
                direction,
                remote.address(),
                payloads.coding(),
                encrypted ? "encrypted" : "in the clear");
        if (first) begin();
        else thread.focusAgain(this);
    }

    private void begin() {
        // What came before the terms were known cannot be told from spray.
        socket.drain((bytes, length, source) -> {});
        if (recorded) tap = tapOf();
        thread.join(this, socket);
        if (zips) thread.zip();
    }

    /** Media thread: the agent hears a tone before they are heard here. */
    void zip() {
        if (farEnd == null) zips = true;
        else thread.zip();
    }

    /** Media thread: neither recorded nor in the agent's ear. */
    void standApart() {
        apart = true;
        recorded = false;
    }

    /** Media thread: the agent talks with this one from now on. */
    void adopted(boolean nowRecorded) {
        apart = false;
        if (nowRecorded && !recorded && farEnd != null && !closed) tap = tapOf();
        recorded = nowRecorded;
        if (farEnd != null && !closed) thread.focusAgain(this);
    }

    boolean isApart() {
        return apart;
    }

    private CallTap tapOf() {
        try {
            return taps.tap(call);
        } catch (RuntimeException e) {
            LOG.error("call {}: no tap", call, e);
            return CallTap.NONE;
        }
    }

    void end() {
        if (closed) return;
        closed = true;
        thread.leave(this);
        socket.close();
        if (farEnd == null) return;
        MediaStatistics whole = receiver.statistics(secrecy.refused());
        Optional<LineQuality> heardSo = Optional.ofNullable(gauge.whole(whole.lossPercent()));
        LOG.info("call {}: media ended, {} {}", call, whole, heardSo);
        secrecy.forget();
        onEnded.accept(new MediaQuality.Heard(call, whole, heardSo, gauge.worst()));
        tapped(CallTap::ended);
    }

    private void tapped(Consumer<CallTap> what) {
        try {
            what.accept(tap);
        } catch (RuntimeException e) {
            LOG.error("call {}: the tap failed and is given up", call, e);
            tap = CallTap.NONE;
        }
    }

    private void tellDigit(char digit) {
        try {
            digitListener.accept(digit);
        } catch (RuntimeException e) {
            LOG.error("call {}: the listener for keys failed", call, e);
        }
    }

    @Override
    public boolean isHeard() {
        return heard;
    }

    boolean hears() {
        return direction.receives();
    }

    boolean talks() {
        return direction == MediaDirection.SENDRECV;
    }

    /** A call that stumbles over what its far end is or sends is silent by itself: it takes no other with it. */
    private void guarded(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error e) {
            if (!stumbled) LOG.error("call {}: its media stumbled", call, e);
            stumbled = true;
        }
    }

    void receive() {
        guarded(this::receiveMedia);
    }

    private void receiveMedia() {
        socket.drain((bytes, length, source) -> {
            if (secrecy.encrypts()) receiveHidden(bytes, length, source);
            else receiver.datagram(bytes, length, source, farEnd, payloads, time.nanos());
        });
    }

    /** Who knows the key is the far end, wherever it sends from now; who does not is nobody. */
    private void receiveHidden(byte[] bytes, int length, InetSocketAddress source) {
        secrecy.reveal(bytes, length).ifPresent(clear -> {
            farEnd.proven(source);
            receiver.datagram(clear, clear.length, source, farEnd, payloads, time.nanos());
        });
    }

    void receiveReports() {
        guarded(this::takeReports);
    }

    private void takeReports() {
        socket.drainReports((bytes, length, source) -> {
            if (!farEnd.mayReport(source)) return;
            Optional<byte[]> clear = secrecy.encrypts()
                    ? secrecy.revealReport(bytes, length)
                    : Optional.of(Arrays.copyOf(bytes, length));
            clear.flatMap(report -> ControlReport.parse(report, report.length))
                    .ifPresent(report -> reports.came(report, sender.ssrc(), time.nanos()));
        });
    }

    private void sendReport() {
        long now = time.nanos();
        if (!farEnd.reachable() || direction == MediaDirection.INACTIVE || !reports.due(now)) return;
        byte[] report = reports.report(sender, direction.sends(), receiver.reception(), now);
        Optional<byte[]> told = secrecy.encrypts() ? secrecy.hideReport(report) : Optional.of(report);
        told.ifPresent(bytes -> socket.sendReport(bytes, farEnd.reports()));
        reports.lossThere().ifPresent(loss -> encoders.values().forEach(e -> e.expectLoss((int) loss)));
    }

    private void everySecond() {
        statistics = receiver.statistics(secrecy.refused());
        gauge.second(statistics, reports, payloads.coding());
        line = gauge.now();
        boolean packets = statistics.received() > heardBefore;
        boolean came = packets || !direction.receives();
        heardBefore = statistics.received();
        secondsOfSilence = came ? 0 : secondsOfSilence + 1;
        heard = packets || heard && !came && secondsOfSilence < SILENT_AFTER;
        silent = secondsOfSilence >= SILENT_AFTER;
        if (secondsOfSilence == SILENT_AFTER) LOG.warn("call {}: nothing was heard for {} s", call, SILENT_AFTER);
        if (secondsOfSilence == SILENT_AFTER) silenceListener.run();
        sendReport();
    }

    private void send(RtpPacket packet) {
        byte[] bytes = packet.bytes();
        Optional<byte[]> told = secrecy.encrypts() ? secrecy.hide(bytes) : Optional.of(bytes);
        told.ifPresent(t -> socket.send(t, farEnd.address()));
    }

    /** The first half of 20 ms of this call: what the far end says. @param dueNanos when it was to be listened to */
    void listen(long dueNanos) {
        Arrays.fill(far, (short) 0);
        guarded(() -> hear(dueNanos));
    }

    private void hear(long dueNanos) {
        receiver.pull(far, dueNanos);
        if (!direction.receives()) Arrays.fill(far, (short) 0);
    }

    /** Nanoseconds by which the far end could be listened to earlier, negative for later. */
    long early() {
        return receiver.early();
    }

    /** What the far end says, valid until the next tick. */
    short[] heard() {
        return far;
    }

    /** What this side said to the far end in this tick, nobody else's voice with it; valid until the next. */
    short[] said() {
        return near;
    }

    /**
     * The other half: what the far end is told.
     *
     * @param microphone null when it is not this call's
     * @param others what the other parties of a conference say; null when there are none
     */
    void speak(short[] microphone, short[] others) {
        guarded(() -> tell(microphone, others));
    }

    private void tell(short[] microphone, short[] others) {
        Arrays.fill(near, (short) 0);
        announcing = false;
        sender.tick(payloads.clockRate());
        if (sends()) say(microphone, others);
        else sender.pause();
        tapped(t -> t.frame(far, near, announcing));
        if (ticks++ % STATISTICS_EVERY == 0) everySecond();
    }

    private boolean sends() {
        return direction.sends() && payloads.coding() != null && farEnd.reachable();
    }

    private void say(short[] microphone, short[] others) {
        KeySender.Press press = payloads.keyType() < 0 ? null : keys.tick();
        if (press != null) {
            for (int i = 0; i < press.times(); i++) sendKey(press, i == 0);
            return;
        }
        boolean silent = muted || !talks() || microphone == null;
        announcing = talks() && announcements.fill(near);
        if (!announcing && !silent) System.arraycopy(microphone, 0, near, 0, near.length);
        short[] told = others == null ? near : Conference.sum(near, others);
        var packet = sender.audio(payloads.audioType(), encoder().encode(told));
        send(packet);
    }

    private VoiceEncoder encoder() {
        return encoders.computeIfAbsent(payloads.coding(), coders::encoder);
    }

    private void sendKey(KeySender.Press press, boolean firstCopy) {
        boolean begins = press.since() == 0 && firstCopy;
        var payload = press.event(payloads.keyClock()).payload();
        send(sender.event(payloads.keyType(), begins, press.since(), payload));
    }
}
