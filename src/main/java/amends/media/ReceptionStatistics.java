package amends.media;

import amends.rtp.RtpPacket;
import amends.rtp.SequenceNumbers;
import java.util.Arrays;

/** Counts what arrives of a stream as RFC 3550 Appendix A.3 and A.8 do, except that duplicates are told apart. One thread. */
final class ReceptionStatistics {
    /** Sequence numbers remembered for telling duplicates, a power of two: ten seconds. */
    private static final int REMEMBERED = 512;

    private final long[] seen = new long[REMEMBERED];
    private long ssrc = -1;
    private long base;
    private long highest;
    private long ofThisSource;
    private long expectedBefore;
    private long received;
    private long duplicates;
    private int clockRate = Pcm.RATE;
    private double transit = Double.NaN;
    private double jitter;

    /** @param clockRate of its timestamps @return false when the packet was counted before */
    boolean count(RtpPacket packet, int clockRate, long arrivalNanos) {
        if (clockRate != this.clockRate) transit = Double.NaN;
        this.clockRate = clockRate;
        if (packet.ssrc() != ssrc) begin(packet);
        long sequence = SequenceNumbers.extend(highest, packet.sequence());
        int slot = (int) sequence & REMEMBERED - 1;
        if (seen[slot] == sequence) {
            duplicates++;
            return false;
        }
        seen[slot] = sequence;
        highest = Math.max(highest, sequence);
        base = Math.min(base, sequence);
        received++;
        ofThisSource++;
        measureJitter(packet.timestamp(), arrivalNanos);
        return true;
    }

    private void begin(RtpPacket first) {
        expectedBefore += ofThisSource == 0 ? 0 : highest - base + 1;
        ssrc = first.ssrc();
        ofThisSource = 0;
        transit = Double.NaN;
        // One round ahead of zero, so that a number just before the first one stays positive.
        highest = base = first.sequence() + 65536L;
        Arrays.fill(seen, -1);
    }

    private void measureJitter(long timestamp, long arrivalNanos) {
        double now = arrivalNanos * (clockRate / 1e9) - timestamp;
        double change = Math.abs(now - transit);
        // A jump of more than ten seconds is a new timeline, not jitter.
        if (change < 10 * clockRate) jitter += (change * 1000 / clockRate - jitter) / 16;
        transit = now;
    }

    /** Of the stream that comes now; −1 when none has come. */
    long source() {
        return ssrc;
    }

    /** The highest sequence number of that stream, with its rounds. */
    long highest() {
        return ssrc < 0 ? 0 : highest - 65_536;
    }

    long jitterTicks() {
        return Math.round(jitter * clockRate / 1000);
    }

    /** What should have come, by the numbers. */
    long expected() {
        return expectedBefore + (ofThisSource == 0 ? 0 : highest - base + 1);
    }

    long received() {
        return received;
    }

    long duplicates() {
        return duplicates;
    }

    long lost() {
        return Math.max(0, expected() - received);
    }

    double jitterMs() {
        return jitter;
    }
}
