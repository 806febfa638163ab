package amends.rtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
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
    /** Streams of one far end; a source beyond them is none of a telephone's. */
    private static final int MOST_SOURCES = 8;

    private static final int CONTROL_HEADER = 8;

    private final SrtpContextFactory factory;
    private final int mediaOverhead;
    private final int controlOverhead;
    private final Map<Integer, SrtpCryptoContext> media = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> control = new HashMap<>();
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

    /** @param rtp a whole packet @return what goes on the wire */
    public byte[] protect(byte[] rtp, int length) {
        try {
            var buffer = new SrtpBuffer(rtp, length);
            SrtpCryptoContext context = mediaOf(number(rtp, 8));
            SrtpErrorStatus status = context.transformPacket(buffer);
            if (status != SrtpErrorStatus.OK)
                throw new IllegalStateException("a packet cannot be encrypted: " + status);
            media.putIfAbsent(context.getSsrc(), context);
            return buffer.packet();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a packet cannot be encrypted", e);
        }
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
            if (media.size() < MOST_SOURCES) media.putIfAbsent(context.getSsrc(), context);
            return Optional.of(buffer.packet());
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.trace("no SRTP", e);
            return counted(SrtpErrorStatus.AUTH_FAIL);
        }
    }

    /** @param rtcp a whole compound packet @return what goes on the wire */
    public byte[] protectControl(byte[] rtcp) {
        try {
            var buffer = new SrtpBuffer(rtcp, rtcp.length);
            SrtcpCryptoContext context = controlOf(number(rtcp, 4));
            context.transformPacket(buffer);
            control.putIfAbsent(context.getSsrc(), context);
            return buffer.packet();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a report cannot be encrypted", e);
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
            if (control.size() < MOST_SOURCES) control.putIfAbsent(context.getSsrc(), context);
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
