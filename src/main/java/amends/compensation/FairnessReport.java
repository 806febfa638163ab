package amends.compensation;

import amends.kernel.Money;
import amends.recovery.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether some were given more than others for the same: what each group was given, compared with what everybody was
 * given after the same failures of the same severity, with an interval of 95 %. Groups too small to tell are said to be.
 */
public record FairnessReport(int grants, Map<Cut, List<Group>> groups) {
    /** Fewer grants than this say nothing about a group. */
    public static final int FEWEST = 12;

    private static final double SURE = 0.95;

    /** By what customers are told apart here, and nowhere else. */
    public enum Cut {
        TYPE,
        TIER,
        REGION
    }

    /** What was found of one group. */
    public enum Verdict {
        /** No difference can be seen. */
        ALIKE,
        /** They were given more for the same, surely enough to be looked into. */
        MORE,
        LESS,
        TOO_FEW
    }

    /**
     * Something given, nameless.
     *
     * @param type, tier, region in words; empty where not known
     */
    public record Given(Money value, FailureKind kind, Severity severity, String type, String tier, String region) {
        String of(Cut cut) {
            return switch (cut) {
                case TYPE -> type;
                case TIER -> tier;
                case REGION -> region;
            };
        }
    }

    /**
     * @param mean of what was given @param difference of it from what others were given for the same, on average, with
     *     the interval from {@code low} to {@code high}; in units of the currency
     */
    public record Group(
            String name, int grants, Money mean, double difference, double low, double high, Verdict verdict) {}

    public static FairnessReport of(Collection<Given> given) {
        Map<String, Double> usual = given.stream()
                .collect(Collectors.groupingBy(
                        FairnessReport::same, TreeMap::new, Collectors.averagingDouble(FairnessReport::amount)));
        var groups = new TreeMap<Cut, List<Group>>();
        for (Cut cut : Cut.values()) groups.put(cut, cut(given, g -> g.of(cut), usual));
        return new FairnessReport(given.size(), groups);
    }

    private static String same(Given given) {
        return given.kind() + "/" + given.severity();
    }

    private static double amount(Given given) {
        return given.value().amount().doubleValue();
    }

    private static List<Group> cut(Collection<Given> given, Function<Given, String> name, Map<String, Double> usual) {
        var members = given.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
        var groups = new ArrayList<Group>();
        members.forEach((group, all) -> groups.add(group(group, all, usual)));
        return List.copyOf(groups);
    }

    private static Group group(String name, List<Given> all, Map<String, Double> usual) {
        Currency currency = all.getFirst().value().currency();
        long mean = Math.round(
                all.stream().mapToLong(g -> g.value().minor()).average().orElse(0));
        double[] off =
                all.stream().mapToDouble(g -> amount(g) - usual.get(same(g))).toArray();
        double middle = java.util.Arrays.stream(off).average().orElse(0);
        double squares = java.util.Arrays.stream(off)
                .map(d -> (d - middle) * (d - middle))
                .sum();
        int n = off.length;
        double half = n < 2
                ? Double.POSITIVE_INFINITY
                : new TDistribution(n - 1).inverseCumulativeProbability((1 + SURE) / 2)
                        * Math.sqrt(squares / (n - 1) / n);
        return new Group(
                name,
                n,
                new Money(mean, currency),
                middle,
                middle - half,
                middle + half,
                verdict(n, middle - half, middle + half));
    }

    private static Verdict verdict(int grants, double low, double high) {
        if (grants < FEWEST) return Verdict.TOO_FEW;
        if (low > 0.005) return Verdict.MORE;
        return high < -0.005 ? Verdict.LESS : Verdict.ALIKE;
    }

    /** Whether anything in it must be looked into. */
    public boolean isSuspicious() {
        return groups.values().stream()
                .flatMap(List::stream)
                .anyMatch(g -> g.verdict() == Verdict.MORE || g.verdict() == Verdict.LESS);
    }
}
