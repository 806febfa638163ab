package amends.personality;

import java.util.List;

/**
 * How likely what was seen is with either type. The mood of a contact moves all its marks the same way, so it is
 * averaged over: given the mood, marks are independent of each other; without it they are not. A customer's type may
 * change with time, slowly: what was seen long ago tells less of today.
 *
 * <p>For one thread; keeps room for one customer at a time.
 */
final class Reckoning {
    /** Gauss–Hermite for a normal distribution: moods, and their weights. */
    private static final double[] MOOD = {
        -3.750439717725742,
        -2.366759410734541,
        -1.154405394739968,
        0,
        1.154405394739968,
        2.366759410734541,
        3.750439717725742
    };

    private static final double[] WEIGHT = {
        5.48268855972218e-4,
        .0307571239675865,
        .240123178605013,
        .457142857142857,
        .240123178605013,
        .0307571239675865,
        5.48268855972218e-4
    };
    static final int MOODS = MOOD.length;
    static final int TYPES = CustomerType.values().length;
    private static final Behaviour[] BEHAVIOURS = Behaviour.values();
    /** Below it what is multiplied is scaled up, which changes no proportion. */
    private static final double TINY = 1e-200;

    final Sample sample;
    final Weights w;
    /** Of the contact at this place: its likelihood with each type, up to a factor that both share. */
    final double[][] likelihood;

    private final double[] scale;
    /** Share of the true behaviour for each type, mark and mood. */
    private final double[] truth;

    private final double[] chance;
    private final double[] pull = new double[MOODS];

    /** Parameters as they are reckoned with, observers by their places in the sample. */
    static final class Weights {
        double expressive;
        double mistake;
        double push;
        double spread;
        /** Of a day: what was known is lost at this rate. */
        double fading;

        /** Of the odds against each behaviour, for each type. */
        final double[][] against = new double[TYPES][BEHAVIOURS.length];

        final double[] lean;
        final double[] doubt;

        Weights(int observers) {
            lean = new double[observers];
            doubt = new double[observers];
        }

        static Weights of(Parameters parameters, List<String> observers) {
            var w = new Weights(observers.size());
            w.expressive = parameters.expressiveShare();
            w.mistake = parameters.mistake();
            w.push = parameters.severityPush();
            w.spread = parameters.moodSpread();
            w.fading = Math.log(2) / parameters.halfLifeDays();
            for (CustomerType type : CustomerType.values())
                for (Behaviour b : BEHAVIOURS)
                    w.against[type.ordinal()][b.ordinal()] = Math.exp(-parameters.share(type, b));
            for (int i = 0; i < observers.size(); i++) {
                Parameters.Habit habit = parameters.habit(observers.get(i));
                w.lean[i] = habit.lean();
                w.doubt[i] = habit.variance();
            }
            return w;
        }
    }

    Reckoning(Sample sample, Weights weights) {
        this.sample = sample;
        w = weights;
        likelihood = new double[Math.max(1, sample.mostContacts)][TYPES];
        scale = new double[Math.max(1, sample.mostContacts)];
        truth = new double[Math.max(1, sample.mostMarks) * TYPES * MOODS];
        chance = new double[Math.max(1, sample.mostContacts) * TYPES * MOODS];
    }

    /** Reckons every contact of this customer. */
    void read(int customer) {
        int first = sample.contacts[customer];
        for (int k = first; k < sample.contacts[customer + 1]; k++) read(k, k - first, sample.marks[first]);
    }

    private void read(int k, int place, int firstMark) {
        moods(k);
        int from = chanceAt(place, 0, 0);
        for (int t = 0; t < TYPES; t++) System.arraycopy(WEIGHT, 0, chance, from + t * MOODS, MOODS);
        scale[place] = 0;
        for (int m = sample.marks[k]; m < sample.marks[k + 1]; m++) mark(m, m - firstMark, from, k, place);
        for (int t = 0; t < TYPES; t++) {
            double sum = 0;
            for (int q = 0; q < MOODS; q++) sum += chance[from + t * MOODS + q];
            likelihood[place][t] = Math.max(sum, Double.MIN_NORMAL);
        }
    }

    /** How far each mood pulls, in odds; an observer who is not known well makes the mood wider. */
    private void moods(int k) {
        double doubt = 0;
        for (int m = sample.marks[k]; m < sample.marks[k + 1]; m++)
            doubt = Math.max(doubt, w.doubt[sample.observer[m]]);
        double spread = Math.sqrt(w.spread * w.spread + doubt);
        for (int q = 0; q < MOODS; q++) pull[q] = Math.exp(spread * MOOD[q]);
    }

    private void mark(int m, int local, int from, int k, int place) {
        int b = sample.behaviour[m];
        boolean forward = BEHAVIOURS[b].speaksFor() == CustomerType.EXPRESSIVE;
        double push = Math.exp(w.push * sample.severity[k] + w.lean[sample.observer[m]]);
        double most = 0;
        for (int t = 0; t < TYPES; t++) {
            double against = w.against[t][b];
            for (int q = 0; q < MOODS; q++) {
                double drive = push * pull[q];
                double share = 1 / (1 + (forward ? against / drive : against * drive));
                double marked = w.mistake + (1 - 2 * w.mistake) * share;
                truth[truthAt(local, t, q)] = share;
                int at = from + t * MOODS + q;
                chance[at] *= sample.seen[m] ? marked : 1 - marked;
                most = Math.max(most, chance[at]);
            }
        }
        if (most < TINY) scaleUp(from, place);
    }

    private void scaleUp(int from, int place) {
        for (int at = from; at < from + TYPES * MOODS; at++) chance[at] /= TINY;
        scale[place] += Math.log(TINY);
    }

    static int chanceAt(int place, int type, int mood) {
        return (place * TYPES + type) * MOODS + mood;
    }

    static int truthAt(int local, int type, int mood) {
        return (local * TYPES + type) * MOODS + mood;
    }

    /** The share of this type's contacts in this mood that show it; of the mark at this place of the customer. */
    double truth(int local, int type, int mood) {
        return truth[truthAt(local, type, mood)];
    }

    /** How likely this mood is, given the type and all marks of the contact. */
    double mood(int place, int type, int mood) {
        return chance[chanceAt(place, type, mood)] / likelihood[place][type];
    }

    double logScale(int place) {
        return scale[place];
    }

    static double moodAt(int q) {
        return MOOD[q];
    }

    /** How much of what was known is still known after so many days: 1 is all. */
    double kept(double days) {
        return Math.exp(-w.fading * Math.max(0, days));
    }

    /** How likely this customer is expressive on this day, of those that were read. */
    double expressive(int customer, double today) {
        read(customer);
        int first = sample.contacts[customer];
        double p = w.expressive;
        double before = Double.NaN;
        for (int k = first; k < sample.contacts[customer + 1]; k++) {
            if (k > first) p = faded(p, sample.day[k] - before);
            double[] with = likelihood[k - first];
            p = p * with[0] / (p * with[0] + (1 - p) * with[1]);
            before = sample.day[k];
        }
        return sample.contacts[customer + 1] == first ? p : faded(p, today - before);
    }

    private double faded(double p, double days) {
        return w.expressive + (p - w.expressive) * kept(days);
    }
}
