package amends.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one side reports of its own stream and of those it receives (RFC 3550 §6.4): a compound packet of sender's or
 * receiver's report and name. Anything else in a compound packet is read over.
 *
 * @param ssrc who reports
 * @param sent of its own stream; empty when it sends none
 * @param blocks of the streams it receives, at most 31
 * @param bye whether it takes its leave
 */
public record ControlReport(long ssrc, Optional<Sent> sent, List<Block> blocks, boolean bye) {
    private static final int SENDER = 200;
    private static final int RECEIVER = 201;
    private static final int DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final int LAST_KNOWN = 223;
    private static final int MOST_PACKETS = 32;
    private static final int BLOCK = 24;

    /**
     * @param ntp when this was written, in 2⁻³² s on the sender's clock
     * @param timestamp the same moment on the clock of its packets
     */
    public record Sent(long ntp, long timestamp, long packets, long octets) {}

    /**
     * @param ssrc whose stream this is about
     * @param fractionLost of the packets since the last report, in 1/256
     * @param lost since the beginning, −2²³ to 2²³−1
     * @param highest sequence number, with the rounds above the lower 16 bits
     * @param jitter in ticks of that stream's clock
     * @param lastReport the middle of the NTP time of the last sender's report that came, 0 when none did
     * @param sinceThen how long ago it came, in 2⁻¹⁶ s
     */
    public record Block(
            long ssrc, int fractionLost, int lost, long highest, long jitter, long lastReport, long sinceThen) {}

    public ControlReport {
        blocks = List.copyOf(blocks);
    }

    /** Reads a compound packet; empty when it is none that begins with a report. Never throws, bounded in every way. */
    public static Optional<ControlReport> parse(byte[] datagram, int length) {
        if (length > datagram.length || length < 8) return Optional.empty();
        var in = ByteBuffer.wrap(datagram, 0, length);
        ControlReport first = null;
        boolean bye = false;
        for (int i = 0; i < MOST_PACKETS && in.remaining() >= 4; i++) {
            int start = in.position();
            int flags = in.get(start) & 0xFF;
            int type = in.get(start + 1) & 0xFF;
            int size = 4 * ((in.getShort(start + 2) & 0xFFFF) + 1);
            if (flags >> 6 != 2 || type < SENDER || type > LAST_KNOWN || size > in.remaining()) break;
            if (first == null) {
                if (type != SENDER && type != RECEIVER) return Optional.empty();
                first = report(in.slice(start, size), type == SENDER, flags & 0x1F);
                if (first == null) return Optional.empty();
            }
            bye |= type == BYE;
            in.position(start + size);
        }
        if (first == null) return Optional.empty();
        return Optional.of(new ControlReport(first.ssrc, first.sent, first.blocks, bye));
    }

    /** @return null when it is shorter than it says */
    private static ControlReport report(ByteBuffer in, boolean sender, int count) {
        int needed = 8 + (sender ? 20 : 0) + count * BLOCK;
        if (in.remaining() < needed) return null;
        in.position(4);
        long ssrc = word(in);
        Optional<Sent> sent =
                sender ? Optional.of(new Sent(in.getLong(), word(in), word(in), word(in))) : Optional.empty();
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < count; i++) blocks.add(block(in));
        return new ControlReport(ssrc, sent, blocks, false);
    }

    private static Block block(ByteBuffer in) {
        long of = word(in);
        int loss = in.getInt();
        return new Block(of, loss >>> 24, loss << 8 >> 8, word(in), word(in), word(in), word(in));
    }

    private static long word(ByteBuffer in) {
        return in.getInt() & 0xFFFF_FFFFL;
    }

    /** @param name by which both streams of one party are known (CNAME), ASCII, at most 255 */
    public byte[] bytes(String name) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        int reportSize = 8 + (sent.isPresent() ? 20 : 0) + blocks.size() * BLOCK;
        int nameSize = (8 + 2 + letters.length + 1 + 3) / 4 * 4;
        var out = ByteBuffer.allocate(reportSize + nameSize + (bye ? 8 : 0));
        header(out, blocks.size(), sent.isPresent() ? SENDER : RECEIVER, reportSize);
        sent.ifPresent(s -> out.putLong(s.ntp)
                .putInt((int) s.timestamp)
                .putInt((int) s.packets)
                .putInt((int) s.octets));
        for (Block block : blocks) write(out, block);
        header(out, 1, DESCRIPTION, nameSize);
        out.put((byte) 1).put((byte) letters.length).put(letters);
        out.position(reportSize + nameSize);
        if (bye) header(out, 1, BYE, 8);
        return out.array();
    }

    private void header(ByteBuffer out, int count, int type, int size) {
        out.put((byte) (0x80 | count))
                .put((byte) type)
                .putShort((short) (size / 4 - 1))
                .putInt((int) ssrc);
    }

    private static void write(ByteBuffer out, Block block) {
        out.putInt((int) block.ssrc)
                .putInt(block.fractionLost << 24 | block.lost & 0xFF_FFFF)
                .putInt((int) block.highest)
                .putInt((int) block.jitter)
                .putInt((int) block.lastReport)
                .putInt((int) block.sinceThen);
    }
}
