package amends.media;

import amends.kernel.Timekeeper;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceEncoder;
import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaLeg;
import amends.telephony.MediaTerms;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's audio. What the call loop asks for is handed to the media thread, which owns everything that flows.
 * While the leg sends but does not receive (the customer is on hold) silence goes out: the microphone is not for them.
 */
final class RtpLeg implements MediaLeg {
    private static final Logger LOG = LoggerFactory.getLogger(RtpLeg.class);
    private static final int STATISTICS_EVERY = 1000 / Pcm.FRAME_MS;

    private final CallId call;
    private final List<Codec> codecs;
    private final RtpSocket socket;
    private final MediaThread thread;
    private final CallTap.Factory taps;
    private final Timekeeper time;
    private final Consumer<RtpLeg> onClosed;
    private final Consumer<MediaQuality.Heard> onEnded;
    private volatile Consumer<Character> digitListener = digit -> {};
    private volatile MediaStatistics statistics;

    private final RtpReceiver receiver = new RtpReceiver(this::tellDigit);
    private final RtpSender sender = new RtpSender(new SecureRandom());
    private final KeySender keys = new KeySender();
    private final Announcements announcements = new Announcements();
    private final Map<VoiceCoding, VoiceEncoder> encoders = new EnumMap<>(VoiceCoding.class);
    private final short[] far = new short[Pcm.FRAME];
    private final short[] near = new short[Pcm.FRAME];
    private FarEnd farEnd;
    private Payloads payloads = Payloads.NONE;
    private MediaDirection direction = MediaDirection.INACTIVE;
    private CallTap tap = CallTap.NONE;
    private boolean muted;
    private boolean closed;
    private long ticks;

    RtpLeg(
            CallId call,
            List<Codec> codecs,
            RtpSocket socket,
            MediaThread thread,
            CallTap.Factory taps,
            Timekeeper time,
            Consumer<RtpLeg> onClosed,
            Consumer<MediaQuality.Heard> onEnded) {
        this.call = call;
        this.codecs = codecs;
        this.socket = socket;
        this.thread = thread;
        this.taps = taps;
        this.time = time;
        this.onClosed = onClosed;
        this.onEnded = onEnded;
    }

    @Override
    public MediaTerms local() {
        return new MediaTerms(socket.address(), codecs, MediaDirection.SENDRECV);
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
        thread.execute(() -> keys.press(digits));
    }

    @Override
    public void onDigit(Consumer<Character> listener) {
        digitListener = listener;
    }

    void play(short[] clip) {
        thread.execute(() -> announcements.add(clip));
    }

    MediaStatistics statistics() {
        return statistics;
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
        LOG.debug("call {}: media {} with {} as {}", call, direction, remote.address(), payloads);
        if (first) begin();
        else thread.focusAgain(this);
    }

    private void begin() {
        // What came before the terms were known cannot be told from spray.
        socket.drain((bytes, length, source) -> {});
        tap = tapOf();
        thread.join(this, socket);
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
        MediaStatistics whole = receiver.statistics();
        LOG.info("call {}: media ended, {}", call, whole);
        onEnded.accept(new MediaQuality.Heard(call, whole));
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

    boolean hears() {
        return direction.receives();
    }

    boolean talks() {
        return direction == MediaDirection.SENDRECV;
    }

    void receive() {
        socket.drain(
                (bytes, length, source) -> receiver.datagram(bytes, length, source, farEnd, payloads, time.nanos()));
    }

    /** The first half of 20 ms of this call: what the far end says. */
    void listen(long dueNanos) {
        receiver.pull(far, dueNanos);
        if (!direction.receives()) Arrays.fill(far, (short) 0);
    }

    /** What the far end says, valid until the next tick. */
    short[] heard() {
        return far;
    }

    /**
     * The other half: what the far end is told.
     *
     * @param microphone null when it is not this call's
     * @param others what the other parties of a conference say; null when there are none
     */
    void speak(short[] microphone, short[] others) {
        Arrays.fill(near, (short) 0);
        sender.tick(payloads.clockRate());
        if (sends()) say(microphone, others);
        else sender.pause();
        tapped(t -> t.frame(far, near));
        if (ticks++ % STATISTICS_EVERY == 0) statistics = receiver.statistics();
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
        if (!(talks() && announcements.fill(near)) && !silent) System.arraycopy(microphone, 0, near, 0, near.length);
        short[] told = others == null ? near : Conference.sum(near, others);
        var packet = sender.audio(payloads.audioType(), encoder().encode(told));
        socket.send(packet, farEnd.address());
    }

    private VoiceEncoder encoder() {
        return encoders.computeIfAbsent(payloads.coding(), VoiceCoding::encoder);
    }

    private void sendKey(KeySender.Press press, boolean firstCopy) {
        boolean begins = press.since() == 0 && firstCopy;
        var payload = press.event(payloads.keyClock()).payload();
        socket.send(sender.event(payloads.keyType(), begins, press.since(), payload), farEnd.address());
    }
}
