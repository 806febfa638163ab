package amends.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A message of STUN (RFC 8489), by which a host asks where it is seen from outside. Read from what anybody may have
 * sent: a message that is not whole is none. Immutable.
 */
public final class StunMessage {
    /** A request to be told where it came from. */
    public static final int BINDING_REQUEST = 0x0001;

    private static final int BINDING_INDICATION = 0x0011;
    public static final int BINDING_SUCCESS = 0x0101;
    public static final int ID_LENGTH = 12;

    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int INTEGRITY_SHA256 = 0x001C;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int FINGERPRINT = 0x8028;
    private static final int COOKIE = 0x2112A442;
    private static final int HEADER = 20;
    /** Bytes of a MESSAGE-INTEGRITY. */
    private static final int SHA1 = 20;

    private static final int FINGERPRINT_XOR = 0x5354554E;
    /** Attributes from here on may be left aside by who does not know them. */
    private static final int OPTIONAL = 0x8000;

    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    /** What we know among those that must be known, and what servers of the standard's first version send besides. */
    private static final Set<Integer> KNOWN = Set.of(
            MAPPED_ADDRESS,
            0x0004,
            0x0005,
            0x0006,
            MESSAGE_INTEGRITY,
            0x0009,
            0x000A,
            0x0014,
            0x0015,
            INTEGRITY_SHA256,
            0x001D,
            0x001E,
            XOR_MAPPED_ADDRESS);

    /** @param at where its value begins */
    private record Attribute(int type, int at, int length) {}

    private final byte[] bytes;
    private final List<Attribute> attributes;

    private StunMessage(byte[] bytes, List<Attribute> attributes) {
        this.bytes = bytes;
        this.attributes = List.copyOf(attributes);
    }

    /** @param id 12 random bytes, by which the answer is known */
    public static byte[] bindingRequest(byte[] id) {
        return bare(BINDING_REQUEST, id);
    }

    /** What nobody answers. @param id 12 random bytes */
    public static byte[] bindingIndication(byte[] id) {
        return bare(BINDING_INDICATION, id);
    }

    private static byte[] bare(int type, byte[] id) {
        if (id.length != ID_LENGTH) throw new IllegalArgumentException("an id of " + id.length + " bytes");
        return ByteBuffer.allocate(HEADER)
                .putShort((short) type)
                .putShort((short) 0)
                .putInt(COOKIE)
                .put(id)
                .array();
    }

    /** Empty for what is no whole message, or one whose fingerprint is wrong. */
    public static Optional<StunMessage> parse(byte[] datagram, int length) {
        if (length < HEADER || length % 4 != 0 || (datagram[0] & 0xC0) != 0) return Optional.empty();
        byte[] bytes = Arrays.copyOf(datagram, length);
        var in = ByteBuffer.wrap(bytes);
        boolean fits = (in.getShort(2) & 0xFFFF) == length - HEADER && in.getInt(4) == COOKIE;
        if (!fits) return Optional.empty();
        return attributes(in).map(found -> new StunMessage(bytes, found)).filter(StunMessage::hasItsFingerprint);
    }

    /** Those before the end of what is protected; what comes after a MESSAGE-INTEGRITY is nobody's word. */
    private static Optional<List<Attribute>> attributes(ByteBuffer in) {
        var found = new ArrayList<Attribute>();
        boolean sealed = false;
        int at = HEADER;
        while (at < in.limit()) {
            int type = in.getShort(at) & 0xFFFF;
            int length = in.getShort(at + 2) & 0xFFFF;
            int next = at + 4 + (length + 3) / 4 * 4;
            if (next > in.limit()) return Optional.empty();
            boolean last = next == in.limit();
            if (type == MESSAGE_INTEGRITY && length != SHA1) return Optional.empty();
            if (type == FINGERPRINT && (!last || length != 4)) return Optional.empty();
            if (!sealed || type == INTEGRITY_SHA256 || type == FINGERPRINT)
                found.add(new Attribute(type, at + 4, length));
            sealed |= type == MESSAGE_INTEGRITY || type == INTEGRITY_SHA256;
            at = next;
        }
        return Optional.of(found);
    }

    private Optional<Attribute> attribute(int type) {
        return attributes.stream().filter(a -> a.type == type).findFirst();
    }

    private boolean hasItsFingerprint() {
        return attribute(FINGERPRINT).map(this::isRight).orElse(true);
    }

    private boolean isRight(Attribute fingerprint) {
        var crc = new CRC32();
        crc.update(bytes, 0, fingerprint.at - 4);
        return ByteBuffer.wrap(bytes).getInt(fingerprint.at) == ((int) crc.getValue() ^ FINGERPRINT_XOR);
    }

    public int type() {
        return ByteBuffer.wrap(bytes).getShort(0) & 0xFFFF;
    }

    /** Whether it answers the request with this id. */
    public boolean answers(byte[] id) {
        return Arrays.equals(bytes, 8, HEADER, id, 0, id.length);
    }

    /** Whether it says something that has to be understood and is not. */
    public boolean demandsMore() {
        return attributes.stream().anyMatch(a -> a.type < OPTIONAL && !KNOWN.contains(a.type));
    }

    /** Where the server saw the request come from; empty where it does not say, or says what nobody can send to. */
    public Optional<InetSocketAddress> mapped() {
        return attribute(XOR_MAPPED_ADDRESS)
                .map(a -> address(a, true))
                .orElseGet(() -> attribute(MAPPED_ADDRESS).flatMap(a -> address(a, false)));
    }

    private Optional<InetSocketAddress> address(Attribute a, boolean hidden) {
        if (a.length < 8) return Optional.empty();
        int family = bytes[a.at + 1];
        int size = family == IPV4 ? 4 : family == IPV6 ? 16 : 0;
        if (size == 0 || a.length != 4 + size) return Optional.empty();
        int port = ByteBuffer.wrap(bytes).getShort(a.at + 2) & 0xFFFF;
        byte[] host = Arrays.copyOfRange(bytes, a.at + 4, a.at + 4 + size);
        if (hidden) {
            port ^= COOKIE >>> 16;
            // The cookie and the id, which stand one after the other in the header.
            for (int i = 0; i < size; i++) host[i] ^= bytes[4 + i];
        }
        return usable(host, port);
    }

    private static Optional<InetSocketAddress> usable(byte[] host, int port) {
        try {
            InetAddress address = InetAddress.getByAddress(host);
            boolean nowhere = port == 0
                    || address.isAnyLocalAddress()
                    || address.isMulticastAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress();
            return nowhere ? Optional.empty() : Optional.of(new InetSocketAddress(address, port));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
