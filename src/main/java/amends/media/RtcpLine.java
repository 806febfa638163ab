package amends.media;

import amends.rtp.ControlReport;
import amends.rtp.ControlReport.Block;
import amends.rtp.ControlReport.Sent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** The reports that go both ways beside a stream (RFC 3550 §6): what the far end hears of us, and how long the way is. One thread. */
final class RtcpLine {
    private static final long SECOND = 1_000_000_000L;
    /** Reports go out about every five seconds, the first sooner. */
    private static final long FIRST = SECOND;

    private static final long APART = 5 * SECOND;
    /** A way longer than this is a clock gone wrong. */
    private static final double LONGEST_MS = 10_000;

    private final RandomGenerator random;
    private final String name;
    private long due = Long.MIN_VALUE;
    private long lastReport;
    private long lastReportAt;
    private long expectedBefore;
    private long receivedBefore;
    private OptionalDouble roundTripMs = OptionalDouble.empty();
    private OptionalDouble lossThere = OptionalDouble.empty();

    RtcpLine(RandomGenerator random) {
        this.random = random;
        // Says nothing of who or where (RFC 7022).
        name = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }

    /** Whether a report is to be written now. */
    boolean due(long nanos) {
        if (due == Long.MIN_VALUE) due = nanos + FIRST;
        if (nanos < due) return false;
        due = nanos + (long) (APART * random.nextDouble(0.5, 1.5));
        return true;
    }

    /** @param sends whether our own stream flows */
    byte[] report(RtpSender sender, boolean sends, ReceptionStatistics reception, long nanos) {
        Optional<Sent> sent = sends
                ? Optional.of(new Sent(ntp(nanos), sender.timestamp(), sender.packets(), sender.octets()))
                : Optional.empty();
        List<Block> blocks = reception.source() < 0 ? List.of() : List.of(block(reception, nanos));
        return new ControlReport(sender.ssrc(), sent, blocks, false).bytes(name);
    }

    private Block block(ReceptionStatistics reception, long nanos) {
        long expected = reception.expected() - expectedBefore;
        long received = reception.received() - receivedBefore;
        expectedBefore = reception.expected();
        receivedBefore = reception.received();
        long lost = Math.max(0, expected - received);
        int fraction = expected <= 0 ? 0 : (int) Math.min(255, lost * 256 / expected);
        long since = lastReport == 0 ? 0 : Math.min((nanos - lastReportAt) * 65_536 / SECOND, 0xFFFF_FFFFL);
        return new Block(
                reception.source(),
                fraction,
                (int) Math.min(reception.lost(), 0x7F_FFFF),
                reception.highest() & 0xFFFF_FFFFL,
                reception.jitterTicks(),
                lastReport,
                since);
    }

    void came(ControlReport report, long ourSsrc, long nanos) {
        report.sent().ifPresent(sent -> {
            lastReport = sent.ntp() >>> 16 & 0xFFFF_FFFFL;
            lastReportAt = nanos;
        });
        report.blocks().stream().filter(b -> b.ssrc() == ourSsrc).findFirst().ifPresent(b -> heardThere(b, nanos));
    }

    private void heardThere(Block block, long nanos) {
        lossThere = OptionalDouble.of(block.fractionLost() * 100 / 256.0);
        if (block.lastReport() == 0) return;
        int ticks = (int) ((ntp(nanos) >>> 16) - block.lastReport() - block.sinceThen());
        double ms = ticks * 1000 / 65_536.0;
        if (ms >= 0 && ms < LONGEST_MS) roundTripMs = OptionalDouble.of(ms);
    }

    /** A clock of our own will do: only differences are ever looked at. */
    private static long ntp(long nanos) {
        long seconds = Math.floorDiv(nanos, SECOND);
        return seconds << 32 | (Math.floorMod(nanos, SECOND) << 32) / SECOND;
    }

    OptionalDouble roundTripMs() {
        return roundTripMs;
    }

    /** In percent, since its report before. */
    OptionalDouble lossThere() {
        return lossThere;
    }
}
