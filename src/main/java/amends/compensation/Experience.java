package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Severity;
import java.time.Instant;
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
 * parts differ among all (normal-normal hierarchy, means by Gauss–Seidel, variances by EM with weak beliefs). Past agents
 * may have given more to those who were louder: {@link Feeling} says what that made of their cases. Where the newest cases
 * say that the world has changed, older ones count less ({@link Fading}). Immutable; any thread.
 */
public final class Experience {
    private static final int ROUNDS = 60;
    private static final double UNKNOWN_OPTION = 0.4;
    /** The pseudo-cases with which beliefs about the spread of parts and of chance weigh. */
    private static final double BELIEF = 4;

    private static final double OF_FAILURES = 0.3;
    private final Map<String, Double> believed = new HashMap<>();
    private final Map<Site, Double> bases = new HashMap<>();
    private final Map<String, Double> everywhere = new HashMap<>();
    private final Map<Kinded, Double> afterKind = new HashMap<>();
    private final Map<Cell, Double> atSeverity = new HashMap<>();
    private final Map<Cell, Sum> sums = new TreeMap<>(Cell.ORDER);
    private final Spread spread = new Spread();
    private final List<PastCase> all;
    private final double[] worth;
    private final Feeling feeling;

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
        double raw;
        /** How many cases of today they are worth. */
        double worth;

        double weight;
        double done;
        double squares;

        void add(double weight, double done) {
            this.weight += weight;
            this.done += weight * done;
            squares += weight * done * done;
        }

        double mean() {
            return done / weight;
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

    /** In whatever order the cases come, the same. */
    public static Experience of(CompensationPolicy policy, Collection<PastCase> cases) {
        List<PastCase> all = sorted(cases);
        return new Experience(policy, all, Fading.of(all, (some, fading) -> new Experience(policy, some, fading)));
    }

    private Experience(CompensationPolicy policy, List<PastCase> cases, Fading fading) {
        policy.options().forEach(o -> believed.put(o.key(), o.believedLift()));
        all = cases;
        worth = fading.worth(cases);
        feeling = new Feeling(all, all.stream().map(c -> row(policy, c)).toArray(String[]::new), worth);
        count();
        learn();
    }

    private static String row(CompensationPolicy policy, PastCase c) {
        return policy.rowFor(c.kind(), c.severity(), Tier.REGULAR)
                .map(PolicyRow::key)
                .orElse("");
    }

    /** How far it would have been off in a case that came later; as a square. */
    double surprise(PastCase later) {
        Cell cell = cellOf(later);
        double off = later.lift() - feeling.expected(later, bases.getOrDefault(cell.site(), 0.0) + effect(cell));
        return off * off;
    }

    private void count() {
        sums.clear();
        for (int i = 0; i < all.size(); i++) {
            PastCase c = all.get(i);
            var sum = sums.computeIfAbsent(cellOf(c), k -> new Sum());
            for (int u = 0; u < Feeling.CROWDS; u++) sum.add(worth[i] * feeling.weight(i, u), feeling.done(i, u));
            sum.worth += worth[i];
            sum.cases++;
            sum.raw += c.lift();
        }
    }

    private static Cell cellOf(PastCase c) {
        return new Cell(c.option(), c.kind(), c.severity());
    }

    private void feel() {
        double[] done = all.stream()
                .map(Experience::cellOf)
                .mapToDouble(cell -> bases.getOrDefault(cell.site(), 0.0) + effect(cell))
                .toArray();
        feeling.learn(done, spread.chance);
        count();
    }

    /** Sums of doubles depend on their order, and nothing here may depend on the order of the cases. */
    private static List<PastCase> sorted(Collection<PastCase> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(PastCase::option)
                        .thenComparing(PastCase::kind)
                        .thenComparing(PastCase::severity)
                        .thenComparingDouble(PastCase::lift)
                        .thenComparingDouble(c -> c.before().orElse(0))
                        .thenComparing(c -> c.at().orElse(Instant.MIN)))
                .toList();
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
            if (round % 2 == 1 && round < ROUNDS - 10) feel();
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
            both[0] += sum.weight;
            both[1] += sum.weight * says.applyAsDouble(cell);
        });
        cases.forEach((key, both) -> parts.put(key, both[1] / (both[0] + spread.chance / variance)));
    }

    private <K> double variance(Map<K, Double> parts, Function<Cell, K> part, double now, double belief) {
        var cases = new LinkedHashMap<K, Double>();
        sums.forEach((cell, sum) -> cases.merge(part.apply(cell), sum.weight, Double::sum));
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
            squares += Math.max(0, sum.squares - 2 * mean * sum.done + sum.weight * mean * mean);
            cases += sum.worth;
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
        double here = 0;
        for (var each : sums.entrySet()) {
            Cell cell = each.getKey();
            if (!cell.option().equals(wanted.option())) continue;
            perKind.merge(cell.kind(), each.getValue().worth, Double::sum);
            if (!cell.kind().equals(wanted.kind())) continue;
            if (cell.equals(wanted)) here = each.getValue().worth;
            else ofSeverities += 1 / (spread.severities + spread.chance / each.getValue().worth);
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
