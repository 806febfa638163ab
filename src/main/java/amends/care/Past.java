package amends.care;

import amends.recovery.FailureRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from the house's own past which signs meant something: what was known of each customer some time ago, and
 * what became of them. A logistic regression that is drawn towards the usual weights: the less past there is, the
 * more.
 */
public final class Past {
    /** Within which somebody leaves or complains, or does not. */
    public static final Duration HORIZON = Duration.ofDays(60);

    /** Below so many cases, or so many of them bad, nothing is learned. */
    static final int LEAST_CASES = 200;

    static final int LEAST_BAD = 20;
    /** How far from the usual weights the house's own are believed to be, one standard deviation. */
    private static final double SPREAD = .5;

    private static final int STEPS = 25;
    private static final double STILL = 1e-9;
    /** Who had so many contacts before and none after has left without a word. */
    private static final int REGULAR = 3;

    private Past() {}

    record Case(double[] signs, boolean bad) {}

    public static LeavingOdds learned(List<History> histories, FailureRules rules, Instant now) {
        Instant then = now.minus(HORIZON);
        var signs = new Signs(rules);
        var cases = new ArrayList<Case>();
        for (History history : histories) {
            if (history.asOf(then).failures().isEmpty()) continue;
            cases.add(new Case(numbers(signs.of(history, then)), isBad(history, then)));
        }
        return fitted(cases);
    }

    private static boolean isBad(History history, Instant then) {
        boolean complained = history.complaints().stream().anyMatch(at -> at.isAfter(then));
        long before = history.contacts().stream()
                .filter(c -> !c.at().isAfter(then) && c.at().isAfter(then.minus(HORIZON.multipliedBy(3))))
                .count();
        boolean heard = history.contacts().stream().anyMatch(c -> c.at().isAfter(then));
        return complained || before >= REGULAR && !heard;
    }

    private static double[] numbers(Map<Sign, Double> signs) {
        double[] numbers = new double[Sign.values().length + 1];
        numbers[0] = 1;
        signs.forEach((sign, strength) -> numbers[sign.ordinal() + 1] = strength);
        return numbers;
    }

    static LeavingOdds fitted(List<Case> cases) {
        long bad = cases.stream().filter(Case::bad).count();
        if (cases.size() < LEAST_CASES || bad < LEAST_BAD || cases.size() - bad < LEAST_BAD) return LeavingOdds.usual();
        double[] usual = new double[Sign.values().length + 1];
        usual[0] = Sign.NONE;
        for (Sign sign : Sign.values()) usual[sign.ordinal() + 1] = sign.usual();
        double[] beta = usual.clone();
        for (int step = 0; step < STEPS; step++) if (newton(cases, usual, beta) < STILL) break;
        var each = new EnumMap<Sign, Double>(Sign.class);
        // A sign never speaks for staying: what the past seems to say so is its smallness.
        for (Sign sign : Sign.values()) each.put(sign, Math.max(0, beta[sign.ordinal() + 1]));
        return new LeavingOdds(beta[0], each, cases.size());
    }

    /** One step towards the greatest posterior. @return how far it went */
    private static double newton(List<Case> cases, double[] usual, double[] beta) {
        int n = beta.length;
        double[] slope = new double[n];
        double[][] curve = new double[n][n];
        for (int i = 0; i < n; i++) {
            // How often anybody leaves differs from house to house much more than what a sign means.
            double precision = 1 / (SPREAD * SPREAD) / (i == 0 ? 16 : 1);
            slope[i] = precision * (usual[i] - beta[i]);
            curve[i][i] = precision;
        }
        for (Case one : cases) add(one, beta, slope, curve);
        double[] step = solved(curve, slope);
        double far = 0;
        for (int i = 0; i < n; i++) {
            beta[i] += step[i];
            far = Math.max(far, Math.abs(step[i]));
        }
        return far;
    }

    private static void add(Case one, double[] beta, double[] slope, double[][] curve) {
        double sum = 0;
        for (int i = 0; i < beta.length; i++) sum += beta[i] * one.signs()[i];
        double chance = 1 / (1 + Math.exp(-sum));
        for (int i = 0; i < beta.length; i++) {
            slope[i] += one.signs()[i] * ((one.bad() ? 1 : 0) - chance);
            for (int j = 0; j < beta.length; j++)
                curve[i][j] += chance * (1 - chance) * one.signs()[i] * one.signs()[j];
        }
    }

    /** Gauss's elimination of a positive definite matrix. */
    private static double[] solved(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++)
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) a[i][j] -= factor * a[k][j];
                b[i] -= factor * b[k];
            }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) b[i] -= a[i][j] * b[j];
            b[i] /= a[i][i];
        }
        return b;
    }
}
