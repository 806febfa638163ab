package amends.media;

import java.util.OptionalDouble;

/**
 * How good the line is, as the E-model (ITU-T G.107) sees it: what is lost for good, how it is coded and how long the
 * way is, on the scale of opinions from 1 (bad) to 4.4 (as good as a telephone gets).
 *
 * @param here the opinion of who sits at this desk
 * @param lossPercent of what was sent to this desk and not heard
 * @param there the opinion at the far end, as far as it reports
 * @param lossTherePercent of what was sent from here, as the far end reports it
 * @param roundTripMs to the far end and back; empty until it has reported twice
 * @param jitterMs of what comes
 */
public record LineQuality(
        double here,
        double lossPercent,
        OptionalDouble there,
        OptionalDouble lossTherePercent,
        OptionalDouble roundTripMs,
        double jitterMs) {
    /** The lowest rating with nothing wrong: G.107's defaults. */
    private static final double BASIC = 93.2;

    /**
     * @param oneWayMs from mouth to ear
     * @param lossPercent that nothing made good
     * @param robustness of the coding's concealment against loss (Bpl of G.113), in percent
     * @return 1 to 4.5
     */
    static double opinion(double oneWayMs, double lossPercent, double robustness) {
        double delay = 0.024 * oneWayMs + 0.11 * Math.max(0, oneWayMs - 177.3);
        double impaired = 95 * lossPercent / (lossPercent + robustness);
        double rating = BASIC - delay - impaired;
        if (rating <= 0) return 1;
        double r = Math.min(100, rating);
        return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
    }
}
