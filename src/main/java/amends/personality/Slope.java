package amends.personality;

/**
 * How well parameters explain a sample, and which way each would explain it better: the logarithm of the likelihood
 * and its gradient, over all customers, with their types and the moods of their contacts averaged over.
 */
final class Slope {
    private static final int E = CustomerType.EXPRESSIVE.ordinal();
    private static final int R = CustomerType.RESERVED.ordinal();
    private static final Behaviour[] BEHAVIOURS = Behaviour.values();

    private final Sample sample;
    private final Reckoning reckoning;
    private final Reckoning.Weights w;
    /** How likely each type is before, and after, what was seen at a contact, and given all contacts. */
    private final double[][] before;

    private final double[][] after;
    private final double[][] later;
    private final double[] sum;
    private final double[] kept;

    double logLikelihood;
    double expressive;
    double mistake;
    double push;
    double spread;
    final double[][] shares = new double[Reckoning.TYPES][BEHAVIOURS.length];
    final double[] lean;
    /** How much the sample tells of each observer's habit. */
    final double[] information;

    Slope(Sample sample, Reckoning.Weights weights) {
        this.sample = sample;
        w = weights;
        reckoning = new Reckoning(sample, weights);
        int most = Math.max(1, sample.mostContacts);
        before = new double[most][Reckoning.TYPES];
        after = new double[most][Reckoning.TYPES];
        later = new double[most][Reckoning.TYPES];
        sum = new double[most];
        kept = new double[most];
        lean = new double[sample.observers.size()];
        information = new double[sample.observers.size()];
    }

    static Slope of(Sample sample, Reckoning.Weights weights) {
        var slope = new Slope(sample, weights);
        for (int c = 0; c < sample.customers; c++) slope.add(c);
        return slope;
    }

    private void add(int customer) {
        int first = sample.contacts[customer];
        int n = sample.contacts[customer + 1] - first;
        if (n == 0) return;
        reckoning.read(customer);
        forward(first, n);
        backward(first, n);
        for (int i = 0; i < n; i++) contact(first + i, i, sample.marks[first]);
    }

    private void forward(int first, int n) {
        before[0][E] = w.expressive;
        before[0][R] = 1 - w.expressive;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                kept[i] = reckoning.kept(sample.day[first + i] - sample.day[first + i - 1]);
                before[i][E] = w.expressive + (after[i - 1][E] - w.expressive) * kept[i];
                before[i][R] = 1 - before[i][E];
            }
            double[] with = reckoning.likelihood[i];
            sum[i] = before[i][E] * with[E] + before[i][R] * with[R];
            after[i][E] = before[i][E] * with[E] / sum[i];
            after[i][R] = 1 - after[i][E];
            logLikelihood += Math.log(sum[i]) + reckoning.logScale(i);
        }
    }

    private void backward(int first, int n) {
        later[n - 1][E] = 1;
        later[n - 1][R] = 1;
        for (int i = n - 1; i > 0; i--) {
            double[] with = reckoning.likelihood[i];
            double e = with[E] * later[i][E] / sum[i];
            double r = with[R] * later[i][R] / sum[i];
            double c = kept[i];
            double share = w.expressive;
            later[i - 1][E] = (share + (1 - share) * c) * e + (1 - share) * (1 - c) * r;
            later[i - 1][R] = share * (1 - c) * e + (1 - share + share * c) * r;
            // Who changed, or did not, tells of the share too.
            expressive += after[i - 1][E] * (1 - c) * (e - r) + after[i - 1][R] * (1 - c) * (e - r);
        }
        expressive += (after[0][E] * later[0][E] / w.expressive) - (after[0][R] * later[0][R] / (1 - w.expressive));
    }

    private void contact(int k, int place, int firstMark) {
        int observer = -1;
        double run = 0;
        for (int m = sample.marks[k]; m < sample.marks[k + 1]; m++) {
            if (sample.observer[m] != observer) {
                if (observer >= 0) information[observer] += run * run;
                observer = sample.observer[m];
                run = 0;
            }
            run += mark(m, k, place, firstMark);
        }
        if (observer >= 0) information[observer] += run * run;
    }

    private double mark(int m, int k, int place, int firstMark) {
        int b = sample.behaviour[m];
        double sign = BEHAVIOURS[b].speaksFor() == CustomerType.EXPRESSIVE ? 1 : -1;
        double leans = 0;
        for (int t = 0; t < Reckoning.TYPES; t++) {
            double likely = after[place][t] * later[place][t];
            for (int q = 0; q < Reckoning.MOODS; q++) {
                double truth = reckoning.truth(m - firstMark, t, q);
                double marked = w.mistake + (1 - 2 * w.mistake) * truth;
                double per = likely * reckoning.mood(place, t, q) / (sample.seen[m] ? marked : marked - 1);
                double slope = per * (1 - 2 * w.mistake) * truth * (1 - truth);
                mistake += per * (1 - 2 * truth);
                shares[t][b] += slope;
                leans += sign * slope;
                spread += sign * slope * Reckoning.moodAt(q);
            }
        }
        push += leans * sample.severity[k];
        lean[sample.observer[m]] += leans;
        return leans;
    }
}
