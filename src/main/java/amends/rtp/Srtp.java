package amends.rtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.utils.logging2.LoggerImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One direction of encrypted media (RFC 3711, RFC 6188, RFC 7714) under one key. What is not authentic, or came before,
 * is counted and dropped and changes nothing: any number of such packets leaves the stream as it was. The key appears
 * in no text. One thread.
 */
public final class Srtp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Srtp.class);
    /**
     * Streams whose count is kept, more than any call has at a time. A far end's that was silent longest is forgotten
     * for a new one. Ours are never: to count a stream anew under the same key would use its key stream twice, so
     * what would be one too many is not sent.
     */
    static final int MOST_SOURCES = 64;

    private static final int CONTROL_HEADER = 8;

    private final SrtpContextFactory factory;
    private final int mediaOverhead;
    private final int controlOverhead;
    /** The one that an authentic packet came of last is the last. */
    private final LinkedHashMap<Integer, SrtpCryptoContext> media = new LinkedHashMap<>();

    private final LinkedHashMap<Integer, SrtcpCryptoContext> control = new LinkedHashMap<>();
    private long forged;
    private long replayed;

    private Srtp(boolean sends, SrtpSuite suite, byte[] keyAndSalt) {
        if (keyAndSalt.length != suite.keyBytes() + suite.saltBytes())
            throw new IllegalArgumentException("a key of " + keyAndSalt.length + " bytes for " + suite);
        mediaOverhead = suite.media().getAuthTagLength();
        controlOverhead = suite.control().getAuthTagLength() + 4;
        factory = new SrtpContextFactory(
                sends,
                Arrays.copyOf(keyAndSalt, suite.keyBytes()),
                Arrays.copyOfRange(keyAndSalt, suite.keyBytes(), keyAndSalt.length),
                suite.media(),
                suite.control(),
                new LoggerImpl(Srtp.class.getName(), java.util.logging.Level.OFF));
    }

    /**
     * Lets the library choose its ciphers, which it does by measuring them when the first of each kind is wanted: takes
     * seconds, and should not be in a call.
     */
    public static void prepare() {
        for (SrtpSuite suite : SrtpSuite.values()) {
            try (var any = sending(suite, new byte[suite.keyBytes() + suite.saltBytes()])) {
                any.protect(new RtpPacket(false, 0, 0, 0, 0, new byte[160]).bytes(), RtpPacket.HEADER + 160);
            }
        }
    }

    /** @param keyAndSalt as long as the suite wants */
    public static Srtp sending(SrtpSuite suite, byte[] keyAndSalt) {
        return new Srtp(true, suite, keyAndSalt);
    }

    /** @param keyAndSalt the far end's, as long as the suite wants */
    public static Srtp receiving(SrtpSuite suite, byte[] keyAndSalt) {
        return new Srtp(false, suite, keyAndSalt);
    }

    /**
     * Never throws.
     *
     * @param rtp a whole packet
     * @return what goes on the wire; empty when it is no packet, went before, or is of one stream too many
     */
    public Optional<byte[]> protect(byte[] rtp, int length) {
        if (length < RtpPacket.HEADER || full(media, number(rtp, 8))) return Optional.empty();
        try {
            var buffer = new SrtpBuffer(rtp, length);
            SrtpCryptoContext context = mediaOf(number(rtp, 8));
            SrtpErrorStatus status = context.transformPacket(buffer);
            if (status != SrtpErrorStatus.OK) return Optional.empty();
            media.putIfAbsent(context.getSsrc(), context);
            return Optional.of(buffer.packet());
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.debug("a packet cannot be encrypted", e);
            return Optional.empty();
        }
    }

    private static boolean full(Map<Integer, ?> contexts, int ssrc) {
        return contexts.size() >= MOST_SOURCES && !contexts.containsKey(ssrc);
    }

    private static <C> void used(LinkedHashMap<Integer, C> contexts, int ssrc, C context) {
        contexts.putLast(ssrc, context);
        if (contexts.size() > MOST_SOURCES) contexts.pollFirstEntry();
    }

    /** The packet in the clear; empty when it is not authentic, or came before. Never throws. */
    public Optional<byte[]> unprotect(byte[] packet, int length) {
        if (length < RtpPacket.HEADER + mediaOverhead || length > packet.length || (packet[0] & 0xC0) != 0x80)
            return counted(SrtpErrorStatus.INVALID_PACKET);
        try {
            SrtpCryptoContext context = mediaOf(number(packet, 8));
            var buffer = new SrtpBuffer(packet, length);
            SrtpErrorStatus status = context.reverseTransformPacket(buffer, false);
            if (status != SrtpErrorStatus.OK) return counted(status);
            used(media, context.getSsrc(), context);
            return Optional.of(buffer.packet());
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.trace("no SRTP", e);
            return counted(SrtpErrorStatus.AUTH_FAIL);
        }
    }

    /** Never throws. @param rtcp a whole compound packet @return what goes on the wire; empty as for a packet */
    public Optional<byte[]> protectControl(byte[] rtcp) {
        if (rtcp.length < CONTROL_HEADER || full(control, number(rtcp, 4))) return Optional.empty();
        try {
            var buffer = new SrtpBuffer(rtcp, rtcp.length);
            SrtcpCryptoContext context = controlOf(number(rtcp, 4));
            SrtpErrorStatus status = context.transformPacket(buffer);
            if (status != SrtpErrorStatus.OK) return Optional.empty();
            control.putIfAbsent(context.getSsrc(), context);
            return Optional.of(buffer.packet());
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.debug("a report cannot be encrypted", e);
            return Optional.empty();
        }
    }

    /** The compound packet in the clear; empty when it is not authentic, or came before. Never throws. */
    public Optional<byte[]> unprotectControl(byte[] packet, int length) {
        if (length < CONTROL_HEADER + controlOverhead || length > packet.length || (packet[0] & 0xC0) != 0x80)
            return counted(SrtpErrorStatus.INVALID_PACKET);
        try {
            SrtcpCryptoContext context = controlOf(number(packet, 4));
            var buffer = new SrtpBuffer(packet, length);
            SrtpErrorStatus status = context.reverseTransformPacket(buffer);
            if (status != SrtpErrorStatus.OK) return counted(status);
            used(control, context.getSsrc(), context);
            return Optional.of(buffer.packet());
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.trace("no SRTCP", e);
            return counted(SrtpErrorStatus.AUTH_FAIL);
        }
    }

    private SrtpCryptoContext mediaOf(int ssrc) throws GeneralSecurityException {
        SrtpCryptoContext known = media.get(ssrc);
        return known != null ? known : factory.deriveContext(ssrc, 0);
    }

    private SrtcpCryptoContext controlOf(int ssrc) throws GeneralSecurityException {
        SrtcpCryptoContext known = control.get(ssrc);
        return known != null ? known : factory.deriveControlContext(ssrc);
    }

    private Optional<byte[]> counted(SrtpErrorStatus status) {
        if (status == SrtpErrorStatus.REPLAY_FAIL || status == SrtpErrorStatus.REPLAY_OLD) replayed++;
        else forged++;
        return Optional.empty();
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    /** Packets that were not authentic, or nothing of the kind. */
    public long forged() {
        return forged;
    }

    /** Authentic packets that came before, or are too old to tell. */
    public long replayed() {
        return replayed;
    }

    /** Forgets the key. */
    @Override
    public void close() {
        factory.close();
    }
}
