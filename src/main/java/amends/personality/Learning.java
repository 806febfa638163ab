package amends.personality;

import amends.personality.Parameters.Habit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the parameters from marks alone, without knowing any customer's type: those that make what was seen most
 * likely, held near what research says (the less was seen, the nearer). Observers are held near each other as far as
 * they are alike. Takes seconds for tens of thousands of customers.
 */
public final class Learning {
    /** Half-lives that are tried, in years: marks cannot tell them apart more finely. */
    private static final double[] HALF_LIVES = {40, 20, 10, 5};

    /** How much better, in logarithms of the likelihood, a shorter one must explain the marks: chance does a little. */
    private static final double CLEARLY = 4;

    private static final int ROUNDS = 5;
    private static final int STEPS_OF_ROUND = 25;
    private static final int LAST_STEPS = 300;
    private static final double TOLERANCE = .0001;
    /** As if so many observers had been met before whose habits spread as shipped. */
    private static final double OBSERVERS_BEFORE = 4;

    private static final double LEAST_SPREAD = .02;

    // How freely each may move away from what is shipped: standard deviations, in logarithms of the odds.
    private static final double FREE_EXPRESSIVE = .5;
    private static final double FREE_MISTAKE = .6;
    private static final double FREE_PUSH = .7;
    private static final double FREE_SPREAD = .15;
    private static final double FREE_SHARE = .05;
    private static final int FIXED = 4;
    private static final int TYPES = Reckoning.TYPES;
    private static final Behaviour[] BEHAVIOURS = Behaviour.values();

    private final Parameters shipped;
    private final Sample sample;
    private final double[] habitVariance;
    private double habitSpread;
    private double halfLifeDays;

    private Learning(Parameters shipped, Sample sample) {
        this.shipped = shipped;
        this.sample = sample;
        habitSpread = shipped.habitSpread();
        halfLifeDays = shipped.halfLifeDays();
        habitVariance = new double[sample.observers.size()];
    }

    /** @param shipped to begin with, and to stay near */
    public static Parameters from(Parameters shipped, Collection<List<Encounter>> histories) {
        return new Learning(shipped, Sample.of(histories)).learned();
    }

    private Parameters learned() {
        if (sample.observers.isEmpty()) return shipped;
        double[] x = new double[FIXED + TYPES * BEHAVIOURS.length + sample.observers.size()];
        for (int round = 0; round < ROUNDS; round++) {
            x = new Descent(TOLERANCE * 10, STEPS_OF_ROUND).from(x, this::height);
            spreadOfHabits(x);
            if (round == 1) halfLife(x);
        }
        x = new Descent(TOLERANCE, LAST_STEPS).from(x, this::height);
        spreadOfHabits(x);
        return parameters(x);
    }

    /** How unlikely the sample and the parameters are together. */
    private double height(double[] x, double[] gradient) {
        Reckoning.Weights w = weights(x);
        Slope slope = Slope.of(sample, w);
        double height = -slope.logLikelihood;
        for (double free : x) height += free * free / 2;
        gradient[0] = -slope.expressive * w.expressive * (1 - w.expressive) * FREE_EXPRESSIVE;
        gradient[1] = -slope.mistake * w.mistake * (1 - 2 * w.mistake) * FREE_MISTAKE;
        gradient[2] = -slope.push * FREE_PUSH;
        gradient[3] = -slope.spread * w.spread * FREE_SPREAD;
        for (int t = 0; t < TYPES; t++)
            for (int b = 0; b < BEHAVIOURS.length; b++) gradient[at(t, b)] = -slope.shares[t][b] * FREE_SHARE;
        for (int o = 0; o < slope.lean.length; o++) gradient[at(o)] = -slope.lean[o] * habitSpread;
        for (int n = 0; n < x.length; n++) gradient[n] += x[n];
        return height;
    }

    private static int at(int type, int behaviour) {
        return FIXED + type * BEHAVIOURS.length + behaviour;
    }

    private static int at(int observer) {
        return FIXED + TYPES * BEHAVIOURS.length + observer;
    }

    /** All numbers are 0 at what is shipped, and 1 as far from it as is still likely. */
    private Reckoning.Weights weights(double[] x) {
        var w = new Reckoning.Weights(sample.observers.size());
        w.expressive = share(Parameters.logit(shipped.expressiveShare()) + x[0] * FREE_EXPRESSIVE);
        w.mistake = share(Parameters.logit(2 * shipped.mistake()) + x[1] * FREE_MISTAKE) / 2;
        w.push = shipped.severityPush() + x[2] * FREE_PUSH;
        w.spread = shipped.moodSpread() * Math.exp(x[3] * FREE_SPREAD);
        w.fading = Math.log(2) / halfLifeDays;
        for (CustomerType type : CustomerType.values())
            for (Behaviour b : BEHAVIOURS) w.against[type.ordinal()][b.ordinal()] = Math.exp(-learnedShare(x, type, b));
        for (int o = 0; o < w.lean.length; o++) w.lean[o] = x[at(o)] * habitSpread;
        return w;
    }

    private double learnedShare(double[] x, CustomerType type, Behaviour b) {
        return shipped.share(type, b) + x[at(type.ordinal(), b.ordinal())] * FREE_SHARE;
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** How alike observers are, by what is known of each and how surely. Keeps everybody's habit as it is. */
    private void spreadOfHabits(double[] x) {
        double[] information = Slope.of(sample, weights(x)).information;
        double squares = OBSERVERS_BEFORE * shipped.habitSpread() * shipped.habitSpread();
        for (int o = 0; o < information.length; o++) {
            double lean = x[at(o)] * habitSpread;
            habitVariance[o] = 1 / (1 / (habitSpread * habitSpread) + information[o]);
            squares += lean * lean + habitVariance[o];
        }
        double before = habitSpread;
        habitSpread = Math.max(LEAST_SPREAD, Math.sqrt(squares / (information.length + OBSERVERS_BEFORE)));
        for (int o = 0; o < information.length; o++) x[at(o)] *= before / habitSpread;
    }

    private void halfLife(double[] x) {
        double best = Double.NEGATIVE_INFINITY;
        double bestDays = halfLifeDays;
        for (double years : HALF_LIVES) {
            halfLifeDays = Parameters.years(years);
            double now = Slope.of(sample, weights(x)).logLikelihood;
            if (now > best + CLEARLY) {
                best = now;
                bestDays = halfLifeDays;
            }
        }
        halfLifeDays = bestDays;
    }

    private Parameters parameters(double[] x) {
        Reckoning.Weights w = weights(x);
        var shares = new EnumMap<CustomerType, Map<Behaviour, Double>>(CustomerType.class);
        for (CustomerType type : CustomerType.values()) {
            var ofType = new EnumMap<Behaviour, Double>(Behaviour.class);
            for (Behaviour b : BEHAVIOURS) ofType.put(b, learnedShare(x, type, b));
            shares.put(type, ofType);
        }
        var habits = new HashMap<String, Habit>();
        for (int o = 0; o < w.lean.length; o++)
            habits.put(sample.observers.get(o), new Habit(w.lean[o], habitVariance[o]));
        return new Parameters(w.expressive, w.mistake, w.push, w.spread, habitSpread, halfLifeDays, shares, habits);
    }
}
