package amends.media;

import amends.rtp.VoiceCoding;
import java.util.OptionalDouble;

/** Reckons the quality of a line anew every second, and its mean over the call. One thread. */
final class LineGauge {
    /** Packet, device buffers and what threads take on the way from mouth to ear, beside network and jitter buffer. */
    private static final double FIXED_MS = 80;
    /** Seconds that the present is smoothed over. */
    private static final double MEMORY = 4;

    private long playedBefore;
    private long concealedBefore;
    private long recoveredBefore;
    private double loss;
    private double sumHere;
    private double sumThere;
    private double sumLossThere;
    private double worst = Double.POSITIVE_INFINITY;
    private int here;
    private int there;
    private LineQuality now;

    /** Once a second. */
    void second(MediaStatistics seen, RtcpLine reports, VoiceCoding coding) {
        long played = seen.played() - playedBefore;
        long concealed = seen.concealed() - concealedBefore;
        long recovered = Math.min(concealed, seen.recovered() - recoveredBefore);
        playedBefore = seen.played();
        concealedBefore = seen.concealed();
        recoveredBefore = seen.recovered();
        if (played + concealed == 0) return;
        double lost = 100.0 * (concealed - recovered) / (played + concealed);
        loss += (lost - loss) / MEMORY;
        double network = reports.roundTripMs().orElse(0) / 2;
        double opinion = LineQuality.opinion(FIXED_MS + network + seen.depthMs(), loss, robustness(coding));
        worst = Math.min(worst, opinion);
        sumHere += opinion;
        here++;
        OptionalDouble far = reports.lossThere().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(LineQuality.opinion(
                        FIXED_MS + network + 40, reports.lossThere().getAsDouble(), robustness(coding)));
        if (far.isPresent()) {
            sumThere += far.getAsDouble();
            sumLossThere += reports.lossThere().getAsDouble();
            there++;
        }
        now = new LineQuality(opinion, loss, far, reports.lossThere(), reports.roundTripMs(), seen.jitterMs());
    }

    /** Bpl of G.113 for concealed G.711; Opus makes more of what it has. */
    private static double robustness(VoiceCoding coding) {
        return coding == VoiceCoding.OPUS ? 35 : 25.1;
    }

    /** Null before anything was heard. */
    LineQuality now() {
        return now;
    }

    /** The lowest opinion of any second; empty before anything was heard. */
    OptionalDouble worst() {
        return here == 0 ? OptionalDouble.empty() : OptionalDouble.of(worst);
    }

    /** The same over the whole call; null before anything was heard. */
    LineQuality whole(double lossPercent) {
        if (here == 0) return null;
        OptionalDouble far = there == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumThere / there);
        OptionalDouble lossThere = there == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumLossThere / there);
        return new LineQuality(sumHere / here, lossPercent, far, lossThere, now.roundTripMs(), now.jitterMs());
    }
}
