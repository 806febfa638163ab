package amends.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One RTP packet (RFC 3550 §5.1). Contributing sources and the header extension are read over and not kept; padding
 * is cut off.
 *
 * @param marker for audio: the first packet after a silence
 * @param payloadType 0–127
 * @param sequence 0–65535
 * @param timestamp 0–2³²−1, in ticks of the payload's clock
 * @param ssrc 0–2³²−1, the sender's own number
 * @param payload not copied on the way in or out
 */
public record RtpPacket(boolean marker, int payloadType, int sequence, long timestamp, long ssrc, byte[] payload) {
    /** Bytes of the header that this class writes: no contributing sources, no extension. */
    public static final int HEADER = 12;
    /** The largest datagram that Ethernet carries in one piece, less IPv4 and UDP headers. */
    public static final int LARGEST = 1472;

    private static final int VERSION = 2;

    public RtpPacket {
        if (payloadType < 0 || payloadType > 127) throw new IllegalArgumentException("payload type " + payloadType);
        sequence &= 0xFFFF;
        timestamp &= 0xFFFF_FFFFL;
        ssrc &= 0xFFFF_FFFFL;
    }

    /** Reads a datagram; empty when it is no RTP, or RTCP on the same port (RFC 5761 §4). Never throws. */
    public static Optional<RtpPacket> parse(byte[] datagram, int length) {
        if (length < HEADER || length > datagram.length) return Optional.empty();
        int first = datagram[0] & 0xFF;
        int second = datagram[1] & 0xFF;
        if (first >> 6 != VERSION || isRtcp(second)) return Optional.empty();
        int start = HEADER + 4 * (first & 0x0F);
        if ((first & 0x10) != 0) start = afterExtension(datagram, start, length);
        int end = (first & 0x20) != 0 ? beforePadding(datagram, start, length) : length;
        if (start > end) return Optional.empty();
        var header = ByteBuffer.wrap(datagram, 2, HEADER - 2);
        return Optional.of(new RtpPacket(
                (second & 0x80) != 0,
                second & 0x7F,
                header.getShort(),
                header.getInt(),
                header.getInt(),
                Arrays.copyOfRange(datagram, start, end)));
    }

    private static boolean isRtcp(int secondByte) {
        return secondByte >= 192 && secondByte <= 223;
    }

    /** Past the end when the extension's header or its words do not fit. */
    private static int afterExtension(byte[] datagram, int start, int length) {
        if (start + 4 > length) return length + 1;
        int words = (datagram[start + 2] & 0xFF) << 8 | datagram[start + 3] & 0xFF;
        return start + 4 + 4 * words;
    }

    /** Before the start when the padding's count is no possible one. */
    private static int beforePadding(byte[] datagram, int start, int length) {
        int padding = datagram[length - 1] & 0xFF;
        return padding == 0 || start + padding > length ? -1 : length - padding;
    }

    /** Writes the packet at the buffer's start. @return how many bytes it took */
    public int write(byte[] buffer) {
        ByteBuffer.wrap(buffer)
                .put((byte) (VERSION << 6))
                .put((byte) ((marker ? 0x80 : 0) | payloadType))
                .putShort((short) sequence)
                .putInt((int) timestamp)
                .putInt((int) ssrc)
                .put(payload);
        return HEADER + payload.length;
    }

    public byte[] bytes() {
        var buffer = new byte[HEADER + payload.length];
        write(buffer);
        return buffer;
    }
}
