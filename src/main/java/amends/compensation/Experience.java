package amends.compensation;

import amends.recovery.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What past cases teach about what an option does. A rise of satisfaction is thought of as the sum of
 *
 * <ul>
 *   <li>what such a failure of such a severity brings by itself,
 *   <li>what the option does everywhere, around what the policy believes of it,
 *   <li>what it does otherwise after this kind of failure,
 *   <li>what it does otherwise at this severity,
 *   <li>and chance.
 * </ul>
 *
 * Each part is drawn towards nothing as long as few cases speak for it; how strongly is learned from how much such
 * parts differ among all (normal-normal hierarchy, means by Gauss–Seidel, variances by EM with weak beliefs). Where it is
 * known how satisfied customers were before, cases are compared as if all had begun alike: past agents may have given
 * more to those who were louder. Immutable; any thread.
 */
public final class Experience {
    private static final int ROUNDS = 60;
    private static final double UNKNOWN_OPTION = 0.4;
    /** The pseudo-cases with which beliefs about the spread of parts and of chance weigh. */
    private static final double BELIEF = 4;

    private static final double OF_FAILURES = 0.7;
    private final Map<String, Double> believed = new HashMap<>();
    private final Map<Site, Double> bases = new HashMap<>();
    private final Map<String, Double> everywhere = new HashMap<>();
    private final Map<Kinded, Double> afterKind = new HashMap<>();
    private final Map<Cell, Double> atSeverity = new HashMap<>();
    private final Map<Cell, Sum> sums = new TreeMap<>(Cell.ORDER);
    private final Spread spread = new Spread();

    private record Site(FailureKind kind, Severity severity) {}

    private record Kinded(String option, FailureKind kind) {}

    private record Cell(String option, FailureKind kind, Severity severity) {
        static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::option).thenComparing(Cell::kind).thenComparing(Cell::severity);

        Kinded kinded() {
            return new Kinded(option, kind);
        }

        Site site() {
            return new Site(kind, severity);
        }
    }

    private static final class Sum {
        int cases;
        double lift;
        double squares;
        double raw;

        double mean() {
            return lift / cases;
        }
    }

    /** Variances: of what differs between options, after kinds, at severities, and of chance. */
    private static final class Spread {
        static final double OPTIONS = 0.16;
        static final double KINDS = 0.06;
        static final double SEVERITIES = 0.02;
        double options = OPTIONS;
        double kinds = KINDS;
        double severities = SEVERITIES;
        double chance = 1;

        /**
         * For saying how unsure something is: where few options were ever tried, they seem to differ less than they do,
         * and the others would never be tried.
         */
        Spread atLeastBelieved() {
            var cautious = new Spread();
            cautious.options = Math.max(options, OPTIONS);
            cautious.kinds = Math.max(kinds, KINDS);
            cautious.severities = Math.max(severities, SEVERITIES);
            cautious.chance = chance;
            return cautious;
        }
    }

    /**
     * What is thought of one option in one case.
     *
     * @param lift expected @param deviation of that expectation, above 0
     * @param cases of this option after this kind of failure @param average lift in them, 0 where there are none
     * @param others cases of this option after other failures
     */
    public record Lesson(double lift, double deviation, int cases, double average, int others) {}

    private Experience(CompensationPolicy policy) {
        policy.options().forEach(o -> believed.put(o.key(), o.believedLift()));
    }

    /** In whatever order the cases come, the same. */
    public static Experience of(CompensationPolicy policy, Collection<PastCase> cases) {
        var experience = new Experience(policy);
        experience.count(cases);
        experience.learn();
        return experience;
    }

    private void count(Collection<PastCase> cases) {
        var cells = new LinkedHashMap<Cell, List<PastCase>>();
        for (PastCase c : sorted(cases))
            cells.computeIfAbsent(new Cell(c.option(), c.kind(), c.severity()), k -> new ArrayList<>())
                    .add(c);
        double[] begins = sorted(cases).stream()
                .filter(c -> c.before().isPresent())
                .mapToDouble(c -> c.before().getAsDouble())
                .toArray();
        double usual = Arrays.stream(begins).average().orElse(0);
        double slope = slope(cells.values());
        cells.forEach((cell, of) -> {
            var sum = sums.computeIfAbsent(cell, k -> new Sum());
            for (PastCase c : of) {
                double lift =
                        c.lift() - (c.before().isPresent() ? slope * (c.before().getAsDouble() - usual) : 0);
                sum.cases++;
                sum.lift += lift;
                sum.squares += lift * lift;
                sum.raw += c.lift();
            }
        });
    }

    /** Sums of doubles depend on their order, and nothing here may depend on the order of the cases. */
    private static List<PastCase> sorted(Collection<PastCase> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(PastCase::option)
                        .thenComparing(PastCase::kind)
                        .thenComparing(PastCase::severity)
                        .thenComparingDouble(PastCase::lift)
                        .thenComparingDouble(c -> c.before().orElse(0)))
                .toList();
    }

    /** How much less satisfaction rises for one more point before, among cases that were treated alike. */
    private static double slope(Collection<List<PastCase>> cells) {
        double with = 0;
        double spread = BELIEF;
        for (List<PastCase> all : cells) {
            var known = all.stream().filter(c -> c.before().isPresent()).toList();
            double before = known.stream()
                    .mapToDouble(c -> c.before().getAsDouble())
                    .average()
                    .orElse(0);
            double lift = known.stream().mapToDouble(PastCase::lift).average().orElse(0);
            for (PastCase c : known) {
                double off = c.before().getAsDouble() - before;
                with += off * (c.lift() - lift);
                spread += off * off;
            }
        }
        return Math.clamp(with / spread, -1.2, 0.5);
    }

    private void learn() {
        for (int round = 0; round < ROUNDS; round++) {
            pull(bases, Cell::site, OF_FAILURES, cell -> sums.get(cell).mean() - effect(cell));
            pull(everywhere, Cell::option, spread.options, cell -> rest(cell) + everywhere(cell));
            pull(afterKind, Cell::kinded, spread.kinds, cell -> rest(cell) + afterKind(cell));
            pull(atSeverity, cell -> cell, spread.severities, cell -> rest(cell) + atSeverity(cell));
            spread.options = variance(everywhere, Cell::option, spread.options, Spread.OPTIONS);
            spread.kinds = variance(afterKind, Cell::kinded, spread.kinds, Spread.KINDS);
            spread.severities = variance(atSeverity, cell -> cell, spread.severities, Spread.SEVERITIES);
            spread.chance = chance();
        }
    }

    private double everywhere(Cell cell) {
        return everywhere.getOrDefault(cell.option(), 0.0);
    }

    private double afterKind(Cell cell) {
        return afterKind.getOrDefault(cell.kinded(), 0.0);
    }

    private double atSeverity(Cell cell) {
        return atSeverity.getOrDefault(cell, 0.0);
    }

    /** What the option is thought to do in such a case, beside what the failure brings by itself. */
    private double effect(Cell cell) {
        return believed.getOrDefault(cell.option(), UNKNOWN_OPTION)
                + everywhere(cell)
                + afterKind(cell)
                + atSeverity(cell);
    }

    private double rest(Cell cell) {
        return sums.get(cell).mean() - bases.getOrDefault(cell.site(), 0.0) - effect(cell);
    }

    /** Sets each part to what its cases say, drawn towards nothing the more the fewer they are. */
    private <K> void pull(Map<K, Double> parts, Function<Cell, K> part, double variance, ToDoubleFunction<Cell> says) {
        var cases = new LinkedHashMap<K, double[]>();
        sums.forEach((cell, sum) -> {
            double[] both = cases.computeIfAbsent(part.apply(cell), k -> new double[2]);
            both[0] += sum.cases;
            both[1] += sum.cases * says.applyAsDouble(cell);
        });
        cases.forEach((key, both) -> parts.put(key, both[1] / (both[0] + spread.chance / variance)));
    }

    private <K> double variance(Map<K, Double> parts, Function<Cell, K> part, double now, double belief) {
        var cases = new LinkedHashMap<K, Integer>();
        sums.forEach((cell, sum) -> cases.merge(part.apply(cell), sum.cases, Integer::sum));
        double total = BELIEF * belief;
        for (var each : cases.entrySet()) {
            double value = parts.get(each.getKey());
            total += value * value + 1 / (1 / now + each.getValue() / spread.chance);
        }
        return total / (BELIEF + cases.size());
    }

    private double chance() {
        double squares = BELIEF;
        double cases = BELIEF;
        for (var each : sums.entrySet()) {
            Sum sum = each.getValue();
            double mean = bases.getOrDefault(each.getKey().site(), 0.0) + effect(each.getKey());
            squares += Math.max(0, sum.squares - 2 * mean * sum.lift + sum.cases * mean * mean);
            cases += sum.cases;
        }
        return Math.max(0.01, squares / cases);
    }

    public Lesson about(Wrong wrong, Option option) {
        var cell = new Cell(option.key(), wrong.kind(), wrong.severity());
        int cases = 0;
        double raw = 0;
        int others = 0;
        for (var each : sums.entrySet()) {
            if (!each.getKey().option().equals(option.key())) continue;
            if (each.getKey().kind().equals(wrong.kind())) {
                cases += each.getValue().cases;
                raw += each.getValue().raw;
            } else others += each.getValue().cases;
        }
        double lift = bases.getOrDefault(cell.site(), baseOf(wrong.kind())) + effect(cell);
        return new Lesson(
                Math.clamp(lift, -PastCase.MOST_LIFT, PastCase.MOST_LIFT),
                deviation(cell),
                cases,
                cases == 0 ? 0 : raw / cases,
                others);
    }

    /** Of a severity without cases: as after such failures otherwise. */
    private double baseOf(FailureKind kind) {
        return bases.entrySet().stream()
                .filter(e -> e.getKey().kind().equals(kind))
                .sorted(Comparator.comparing(e -> e.getKey().severity()))
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(0);
    }

    /** How unsure the option's part is: what is unsure of the failure itself is so for every option alike. */
    private double deviation(Cell wanted) {
        Spread spread = this.spread.atLeastBelieved();
        var perKind = new TreeMap<FailureKind, Double>();
        double ofSeverities = 0;
        int here = 0;
        for (var each : sums.entrySet()) {
            Cell cell = each.getKey();
            if (!cell.option().equals(wanted.option())) continue;
            perKind.merge(cell.kind(), (double) each.getValue().cases, Double::sum);
            if (!cell.kind().equals(wanted.kind())) continue;
            if (cell.equals(wanted)) here = each.getValue().cases;
            else ofSeverities += 1 / (spread.severities + spread.chance / each.getValue().cases);
        }
        double ofKinds = perKind.entrySet().stream()
                .filter(e -> !e.getKey().equals(wanted.kind()))
                .mapToDouble(e -> 1 / (spread.kinds + spread.chance / e.getValue()))
                .sum();
        double option = 1 / (1 / spread.options + ofKinds);
        double kind = 1 / (1 / (option + spread.kinds) + ofSeverities);
        return Math.sqrt(1 / (1 / (kind + spread.severities) + here / spread.chance));
    }
}
