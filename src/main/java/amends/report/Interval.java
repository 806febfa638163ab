package amends.report;

import org.hipparchus.distribution.continuous.TDistribution;

/** Between which two values the truth lies in 95 of 100 such samples. */
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** Wilson's score interval: holds for few cases and for shares near 0 and 1. */
    public static Interval ofShare(long hits, long cases) {
        if (cases <= 0 || hits < 0 || hits > cases) throw new IllegalArgumentException(hits + " of " + cases);
        double p = (double) hits / cases;
        double z2 = Z * Z / cases;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / cases + z2 / 4 / cases);
        return new Interval(hits == 0 ? 0 : Math.max(0, centre - half), hits == cases ? 1 : Math.min(1, centre + half));
    }

    /** Student's. A single case tells nothing of the spread: the interval has no ends then. */
    public static Interval ofMean(long cases, double sum, double squares) {
        double mean = sum / cases;
        if (cases < 2) return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double variance = Math.max(0, (squares - sum * mean) / (cases - 1));
        double half = new TDistribution(cases - 1).inverseCumulativeProbability(0.975) * Math.sqrt(variance / cases);
        return new Interval(mean - half, mean + half);
    }

    /** Cut to the values that there can be. */
    Interval within(double least, double most) {
        return new Interval(Math.max(least, low), Math.min(most, high));
    }
}
