package amends.personality;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds the lowest place of a smooth function by its gradient, remembering how that bent lately (L-BFGS). */
final class Descent {
    private static final int MEMORY = 8;
    private static final double ENOUGH = 1e-4;
    private static final int MOST_HALVINGS = 25;
    private final double tolerance;
    private final int mostSteps;

    /** A function of many numbers. */
    interface Ground {
        /** @param gradient filled @return the height */
        double at(double[] x, double[] gradient);
    }

    private record Bend(double[] step, double[] turn, double product) {}

    /** @param tolerance a step that gains less is the last */
    Descent(double tolerance, int mostSteps) {
        this.tolerance = tolerance;
        this.mostSteps = mostSteps;
    }

    /** @return where it is lowest, near where it began */
    double[] from(double[] start, Ground ground) {
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double height = ground.at(x, gradient);
        Deque<Bend> bends = new ArrayDeque<>();
        for (int step = 0; step < mostSteps; step++) {
            double[] way = way(gradient, bends);
            double slope = dot(way, gradient);
            double length = bends.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = null;
            double[] nextGradient = new double[x.length];
            double lower = height;
            for (int tries = 0; tries < MOST_HALVINGS; tries++, length /= 2) {
                next = along(x, way, length);
                lower = ground.at(next, nextGradient);
                if (lower <= height + ENOUGH * length * slope) break;
            }
            if (!(lower < height)) return x;
            double gain = height - lower;
            remember(bends, x, next, gradient, nextGradient);
            x = next;
            height = lower;
            gradient = nextGradient;
            if (gain < tolerance) return x;
        }
        return x;
    }

    private static void remember(Deque<Bend> bends, double[] x, double[] next, double[] g, double[] nextG) {
        double[] step = along(next, x, -1);
        double[] turn = along(nextG, g, -1);
        double product = dot(step, turn);
        if (product <= 1e-10 * dot(turn, turn)) return;
        bends.addFirst(new Bend(step, turn, product));
        if (bends.size() > MEMORY) bends.removeLast();
    }

    private static double[] way(double[] gradient, Deque<Bend> bends) {
        double[] way = gradient.clone();
        double[] shares = new double[bends.size()];
        int i = 0;
        for (Bend bend : bends) {
            shares[i] = dot(bend.step(), way) / bend.product();
            way = along(way, bend.turn(), -shares[i++]);
        }
        if (!bends.isEmpty()) {
            Bend newest = bends.getFirst();
            double scale = newest.product() / dot(newest.turn(), newest.turn());
            for (int n = 0; n < way.length; n++) way[n] *= scale;
        }
        var oldestFirst = bends.descendingIterator();
        while (oldestFirst.hasNext()) {
            Bend bend = oldestFirst.next();
            way = along(way, bend.step(), shares[--i] - dot(bend.turn(), way) / bend.product());
        }
        for (int n = 0; n < way.length; n++) way[n] = -way[n];
        return way;
    }

    private static double[] along(double[] x, double[] way, double length) {
        double[] there = new double[x.length];
        for (int n = 0; n < x.length; n++) there[n] = x[n] + length * way[n];
        return there;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int n = 0; n < a.length; n++) sum += a[n] * b[n];
        return sum;
    }
}
