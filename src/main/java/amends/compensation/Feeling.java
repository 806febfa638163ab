package amends.compensation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who felt how much of what was done, as far as past cases tell. Customers are thought of as coming from two crowds that
 * differ in how they begin, in how strongly they feel what is done for them, and in what past agents liked to give them.
 * From which crowd a customer came is recorded nowhere: it is guessed in parts from the score before, from what was given
 * and from what came of it (a mixture, by EM with weak beliefs). It serves only to compare options as if each had been
 * given to both crowds in their usual parts; whoever asks gets the same answer (decision 0265).
 *
 * <p>For one thread.
 */
final class Feeling {
    static final int CROWDS = 2;
    /** Fewer scores before do not tell crowds apart. */
    private static final int ENOUGH = 40;
    /** The pseudo-cases with which beliefs weigh. */
    private static final double BELIEF = 100;

    /** The pseudo-cases for which agents gave both crowds alike: where what they gave hangs on the score before, and not. */
    private static final double LIKES_SHOWN = 2;

    private static final double LIKES_HIDDEN = 20;
    /** By so much what was given must hang on the score before; by chance it is 1. */
    private static final double SHOWN = 1.5;

    /** How far crowds may differ in what they feel, and in what rises without anything done: variances. */
    private static final double STRENGTHS = .15;

    private static final double EXTRAS = .02;
    private static final double LEAST_SPREAD = .2;
    private static final double MOST_SLOPE = 1.2;
    private final List<PastCase> cases;
    private final String[] rows;
    private final double[] worth;
    /** The row of the policy and what was given. */
    private final String[] keys;

    private final boolean apart;
    private final double likes;
    /** Of each case: how likely its customer came from each crowd. */
    private final double[][] from;

    private final double[] part = {.35, .65};
    private final double[] begin = new double[CROWDS];
    private double beginVariance;
    private final double[] strength = {1, 1};
    private final double[] extra = new double[CROWDS];
    private double slope;
    private final Map<String, double[]> given = new HashMap<>();
    private final Map<String, double[]> inRow = new HashMap<>();

    /** @param rows of the policy, one for each case: what could be given instead */
    Feeling(List<PastCase> cases, String[] rows, double[] worth) {
        this.cases = cases;
        this.rows = rows;
        this.worth = worth;
        keys = new String[rows.length];
        for (int i = 0; i < keys.length; i++)
            keys[i] = (rows[i] + '\n' + cases.get(i).option());
        from = new double[cases.size()][CROWDS];
        double[] begins = cases.stream()
                .filter(c -> c.before().isPresent())
                .mapToDouble(c -> c.before().getAsDouble())
                .toArray();
        double usual = Arrays.stream(begins).average().orElse(0);
        double variance = Arrays.stream(begins)
                .map(b -> (b - usual) * (b - usual))
                .average()
                .orElse(0);
        apart = begins.length >= ENOUGH && variance > LEAST_SPREAD;
        double far = apart ? Math.sqrt(variance) : 0;
        begin[0] = usual - far * part[1];
        begin[1] = usual + far * part[0];
        beginVariance = Math.max(LEAST_SPREAD, apart ? variance * .75 : variance);
        if (apart) {
            strength[0] = 1.2;
            strength[1] = (1 - part[0] * strength[0]) / part[1];
        }
        likes = hangsOnBefore() > SHOWN ? LIKES_SHOWN : LIKES_HIDDEN;
        for (int i = 0; i < from.length; i++) guess(i, Double.NaN, 1);
    }

    /** How much scores before differ between what was given in a row, beside how they differ where the same was given. */
    private double hangsOnBefore() {
        Map<String, List<Double>> alike = new TreeMap<>();
        Map<String, List<Double>> of = new TreeMap<>();
        for (int i = 0; i < from.length; i++) {
            if (cases.get(i).before().isEmpty()) continue;
            double before = cases.get(i).before().getAsDouble();
            alike.computeIfAbsent(keys[i], k -> new ArrayList<>()).add(before);
            of.computeIfAbsent(rows[i], k -> new ArrayList<>()).add(before);
        }
        double within = squares(alike);
        double between = squares(of) - within;
        int cells = alike.size();
        long many = of.values().stream().mapToLong(List::size).sum();
        if (cells <= of.size() || many <= cells || within <= 0) return 1;
        return between / (cells - of.size()) / (within / (many - cells));
    }

    private static double squares(Map<String, List<Double>> groups) {
        double sum = 0;
        for (List<Double> group : groups.values()) {
            double mean = group.stream().mapToDouble(d -> d).average().orElse(0);
            sum += group.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        }
        return sum;
    }

    /** How much a case of that crowd weighs in what an option does. */
    double weight(int i, int crowd) {
        return from[i][crowd] * strength[crowd] * strength[crowd];
    }

    /** What was done in it, had the customer felt it as the average customer does. */
    double done(int i, int crowd) {
        return (cases.get(i).lift() - besides(i, crowd)) / strength[crowd];
    }

    private double besides(int i, int crowd) {
        var before = cases.get(i).before();
        return extra[crowd] + (before.isPresent() ? slope * (before.getAsDouble() - begin[crowd]) : 0);
    }

    /** What would be heard of it, of a customer who begins like this one. */
    double expected(PastCase c, double done) {
        double[] likely = new double[CROWDS];
        double[] heard = new double[CROWDS];
        for (int u = 0; u < CROWDS; u++) {
            double off = c.before().isPresent() ? c.before().getAsDouble() - begin[u] : 0;
            likely[u] = part[u] * (apart ? Math.exp(-off * off / (2 * beginVariance)) : 1);
            heard[u] = extra[u] + slope * off + strength[u] * done;
        }
        return (likely[0] * heard[0] + likely[1] * heard[1]) / (likely[0] + likely[1]);
    }

    /** @param done in each case, as thought now @param chance variance of what nothing explains */
    void learn(double[] done, double chance) {
        for (int i = 0; i < from.length; i++) guess(i, done[i], chance);
        crowds();
        likes();
        strengths(done, chance);
        slope(done);
    }

    private void guess(int i, double done, double chance) {
        double odds = apart ? Math.exp(likely(i, 1, done, chance) - likely(i, 0, done, chance)) : part[1] / part[0];
        from[i][0] = 1 / (1 + odds);
        from[i][1] = 1 - from[i][0];
    }

    /** In logarithms, up to what both crowds share. */
    private double likely(int i, int crowd, double done, double chance) {
        PastCase c = cases.get(i);
        double log = Math.log(part[crowd]);
        if (c.before().isPresent()) {
            double off = c.before().getAsDouble() - begin[crowd];
            log -= off * off / (2 * beginVariance);
        }
        if (Double.isNaN(done)) return log;
        double off = c.lift() - besides(i, crowd) - strength[crowd] * done;
        return log + Math.log(liked(i, crowd)) - off * off / (2 * chance);
    }

    private void crowds() {
        if (!apart) return;
        double[] many = {BELIEF * .35, BELIEF * .65};
        double[] sum = {many[0] * begin[0], many[1] * begin[1]};
        double[] known = many.clone();
        for (int i = 0; i < from.length; i++)
            for (int u = 0; u < CROWDS; u++) {
                many[u] += from[i][u];
                if (cases.get(i).before().isEmpty()) continue;
                known[u] += from[i][u];
                sum[u] += from[i][u] * cases.get(i).before().getAsDouble();
            }
        double all = many[0] + many[1];
        for (int u = 0; u < CROWDS; u++) {
            part[u] = many[u] / all;
            begin[u] = sum[u] / known[u];
        }
        double squares = BELIEF * beginVariance;
        for (int i = 0; i < from.length; i++)
            for (int u = 0; u < CROWDS; u++) {
                if (cases.get(i).before().isEmpty()) continue;
                double off = cases.get(i).before().getAsDouble() - begin[u];
                squares += from[i][u] * off * off;
            }
        beginVariance = Math.max(LEAST_SPREAD, squares / (known[0] + known[1]));
    }

    private void likes() {
        given.clear();
        inRow.clear();
        for (int i = 0; i < from.length; i++)
            for (int u = 0; u < CROWDS; u++) {
                given.computeIfAbsent(keys[i], k -> new double[CROWDS])[u] += worth[i] * from[i][u];
                inRow.computeIfAbsent(rows[i], k -> new double[CROWDS])[u] += worth[i] * from[i][u];
            }
    }

    /** How often agents gave this crowd what they gave here, in cases of the same row. */
    private double liked(int i, int crowd) {
        double[] here = given.get(keys[i]);
        double[] all = inRow.get(rows[i]);
        if (here == null) return 1;
        double usual = (here[0] + here[1]) / (all[0] + all[1]);
        return (here[crowd] + likes * usual) / (all[crowd] + likes);
    }

    private void strengths(double[] done, double chance) {
        if (!apart) return;
        felt(done, chance);
        risen(done, chance);
    }

    /** On average over all, a strength of 1. */
    private void felt(double[] done, double chance) {
        for (int u = 0; u < CROWDS; u++) {
            double weak = chance / STRENGTHS;
            double with = weak;
            double squares = weak;
            for (int i = 0; i < from.length; i++) {
                with += worth[i] * from[i][u] * done[i] * (cases.get(i).lift() - besides(i, u));
                squares += worth[i] * from[i][u] * done[i] * done[i];
            }
            strength[u] = Math.clamp(with / squares, .3, 3);
        }
        double usual = part[0] * strength[0] + part[1] * strength[1];
        for (int u = 0; u < CROWDS; u++) strength[u] /= usual;
    }

    /** What one crowd's scores rise beside the other's, whatever is done; on average over all nothing. */
    private void risen(double[] done, double chance) {
        for (int u = 0; u < CROWDS; u++) {
            double off = 0;
            double many = chance / EXTRAS;
            for (int i = 0; i < from.length; i++) {
                off += worth[i] * from[i][u] * (cases.get(i).lift() - besides(i, u) + extra[u] - strength[u] * done[i]);
                many += worth[i] * from[i][u];
            }
            extra[u] = off / many;
        }
        double middle = part[0] * extra[0] + part[1] * extra[1];
        for (int u = 0; u < CROWDS; u++) extra[u] -= middle;
    }

    private void slope(double[] done) {
        double with = 0;
        double squares = BELIEF;
        for (int i = 0; i < from.length; i++)
            for (int u = 0; u < CROWDS; u++) {
                if (cases.get(i).before().isEmpty()) continue;
                double off = cases.get(i).before().getAsDouble() - begin[u];
                with += worth[i] * from[i][u] * off * (cases.get(i).lift() - extra[u] - strength[u] * done[i]);
                squares += worth[i] * from[i][u] * off * off;
            }
        slope = Math.clamp(with / squares, -MOST_SLOPE, .5);
    }
}
