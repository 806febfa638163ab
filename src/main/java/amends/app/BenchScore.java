package amends.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums up how well and how fast questions were answered. */
final class BenchScore {
    static final int DEPTH = 10;
    private final List<Double> millis = new ArrayList<>();
    private double reciprocal;
    private double first;
    private double among;
    private double gain;

    void add(List<String> found, Set<String> right, double took) {
        millis.add(took);
        double ideal = 0;
        for (int i = 0; i < Math.min(DEPTH, right.size()); i++) ideal += discount(i);
        double got = 0;
        int hits = 0;
        for (int i = 0; i < found.size(); i++) {
            if (!right.contains(found.get(i))) continue;
            if (hits++ == 0) reciprocal += 1.0 / (i + 1);
            if (i == 0) first++;
            got += discount(i);
        }
        among += (double) hits / right.size();
        gain += got / ideal;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2);
    }

    void into(Map<String, Object> row) {
        int n = Math.max(1, millis.size());
        row.put("n", millis.size());
        row.put("mrr10", round(reciprocal / n));
        row.put("recall1", round(first / n));
        row.put("recall10", round(among / n));
        row.put("ndcg10", round(gain / n));
        times(millis, row);
    }

    /** The middle one and the hundredth from above. */
    static void times(List<Double> millis, Map<String, Object> row) {
        row.put("p50_ms", percentile(millis, 0.5));
        row.put("p99_ms", percentile(millis, 0.99));
    }

    static double percentile(List<Double> millis, double share) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : round(sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))]);
    }

    static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
