package amends.report;

/** One figure of one group in one period, as it may be shown. */
public sealed interface Reading {
    /**
     * @param cases how many it rests on
     * @param value in the unit of the figure's kind
     * @param low of shares and means: the true value lies between low and high in 95 of 100 such samples; of times: half
     *     of the cases lie between the two
     * @param before of a lift: the mean score before; otherwise NaN
     * @param after of a lift: the mean score after; otherwise NaN
     */
    record Shown(long cases, double value, double low, double high, double before, double after) implements Reading {
        public Shown(long cases, double value, double low, double high) {
            this(cases, value, low, high, Double.NaN, Double.NaN);
        }

        /** Whether it rests on so little that its interval must be seen with it. */
        public boolean isSmall() {
            return cases < SMALL;
        }
    }

    /** Of so few customers that somebody could be singled out. */
    record TooFew() implements Reading {}

    /** Nothing was counted. */
    record Nothing() implements Reading {}

    /** Fewer cases are shown with their interval in sight. */
    int SMALL = 30;
    /** Fewer customers are not shown at all. */
    int LEAST_PERSONS = 5;

    static Reading of(Figure figure, Tally tally) {
        if (tally.cases() == 0) return new Nothing();
        if (tally.persons() < LEAST_PERSONS) return new TooFew();
        return shown(figure.kind(), tally);
    }

    private static Shown shown(Figure.Kind kind, Tally t) {
        double mean = t.sum() / t.cases();
        return switch (kind) {
            case SHARE -> {
                var interval = Interval.ofShare(Math.round(t.sum()), t.cases());
                yield new Shown(t.cases(), mean, interval.low(), interval.high());
            }
            case TIME -> new Shown(t.cases(), t.middle(), t.low(), t.high());
            case SCORE -> {
                var interval = Interval.ofMean(t.cases(), t.sum(), t.squares()).within(1, 5);
                yield new Shown(t.cases(), mean, interval.low(), interval.high());
            }
            case LIFT -> {
                var interval = Interval.ofMean(t.cases(), t.sum(), t.squares()).within(-4, 4);
                double before = t.before() / t.cases();
                yield new Shown(t.cases(), mean, interval.low(), interval.high(), before, before + mean);
            }
            case COUNT -> new Shown(t.cases(), t.cases(), Double.NaN, Double.NaN);
            case MONEY -> {
                var interval = Interval.ofMean(t.cases(), t.sum(), t.squares()).within(0, Double.MAX_VALUE);
                yield new Shown(t.cases(), mean, interval.low(), interval.high());
            }
        };
    }
}
