package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    private final Map<Site, Part> bases = new HashMap<>();
    private final Map<String, Part> everywhere = new HashMap<>();
    private final Map<Kinded, Part> afterKind = new HashMap<>();
    /** Where options were given, in the order of their cells. */
    private final Map<Cell, Place> places = new TreeMap<>(Cell.ORDER);
    /** Of each case. */
    private final Place[] placeOf;

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

    /** What is learned of one of the things that a rise is the sum of. */
    private static final class Part {
        double value;
        double weight;
        double says;

        static double of(Part part) {
            return part == null ? 0 : part.value;
        }
    }

    /** A cell with cases, and the parts of which what is done there consists. */
    private final class Place {
        final Sum sum = new Sum();
        final double belief;
        final Part base;
        final Part anywhere;
        final Part afterKind;
        final Part atSeverity = new Part();

        Place(Cell cell) {
            belief = believed(cell);
            base = bases.computeIfAbsent(cell.site(), k -> new Part());
            anywhere = everywhere.computeIfAbsent(cell.option(), k -> new Part());
            afterKind = Experience.this.afterKind.computeIfAbsent(cell.kinded(), k -> new Part());
        }

        /** What the option is thought to do there, beside what the failure brings by itself. */
        double effect() {
            return belief + anywhere.value + afterKind.value + atSeverity.value;
        }

        double expected() {
            return base.value + effect();
        }

        double rest() {
            return sum.mean() - expected();
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

        void clear() {
            cases = 0;
            raw = worth = weight = done = squares = 0;
        }

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
        placeOf = all.stream()
                .map(c -> places.computeIfAbsent(cellOf(c), Place::new))
                .toArray(Place[]::new);
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
        double off = later.lift() - feeling.expected(later, Part.of(bases.get(cell.site())) + effect(cell));
        return off * off;
    }

    private void count() {
        for (Place place : places.values()) place.sum.clear();
        for (int i = 0; i < placeOf.length; i++) {
            Sum sum = placeOf[i].sum;
            for (int u = 0; u < Feeling.CROWDS; u++) sum.add(worth[i] * feeling.weight(i, u), feeling.done(i, u));
            sum.worth += worth[i];
            sum.cases++;
            sum.raw += all.get(i).lift();
        }
    }

    private static Cell cellOf(PastCase c) {
        return new Cell(c.option(), c.kind(), c.severity());
    }

    private void feel() {
        double[] done = Arrays.stream(placeOf).mapToDouble(Place::expected).toArray();
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
            pull(p -> p.base, OF_FAILURES, p -> p.sum.mean() - p.effect());
            pull(p -> p.anywhere, spread.options, p -> p.rest() + p.anywhere.value);
            pull(p -> p.afterKind, spread.kinds, p -> p.rest() + p.afterKind.value);
            pull(p -> p.atSeverity, spread.severities, p -> p.rest() + p.atSeverity.value);
            spread.options = variance(p -> p.anywhere, spread.options, Spread.OPTIONS);
            spread.kinds = variance(p -> p.afterKind, spread.kinds, Spread.KINDS);
            spread.severities = variance(p -> p.atSeverity, spread.severities, Spread.SEVERITIES);
            spread.chance = chance();
            if (round % 2 == 1 && round < ROUNDS - 10) feel();
        }
    }

    private double believed(Cell cell) {
        return believed.getOrDefault(cell.option(), UNKNOWN_OPTION);
    }

    /** The same, of a cell that may have no cases. */
    private double effect(Cell cell) {
        Place place = places.get(cell);
        return believed(cell)
                + Part.of(everywhere.get(cell.option()))
                + Part.of(afterKind.get(cell.kinded()))
                + (place == null ? 0 : place.atSeverity.value);
    }

    /** Sets each part to what its cases say, drawn towards nothing the more the fewer they are. */
    private void pull(Function<Place, Part> which, double variance, ToDoubleFunction<Place> says) {
        for (Place place : places.values()) {
            Part part = which.apply(place);
            part.weight = part.says = 0;
        }
        for (Place place : places.values()) {
            Part part = which.apply(place);
            part.weight += place.sum.weight;
            part.says += place.sum.weight * says.applyAsDouble(place);
        }
        for (Place place : places.values()) {
            Part part = which.apply(place);
            part.value = part.says / (part.weight + spread.chance / variance);
        }
    }

    private double variance(Function<Place, Part> which, double now, double belief) {
        var parts = new LinkedHashSet<Part>();
        for (Place place : places.values()) parts.add(which.apply(place));
        double total = BELIEF * belief;
        for (Part part : parts) total += part.value * part.value + 1 / (1 / now + part.weight / spread.chance);
        return total / (BELIEF + parts.size());
    }

    private double chance() {
        double squares = BELIEF;
        double cases = BELIEF;
        for (Place place : places.values()) {
            Sum sum = place.sum;
            double mean = place.expected();
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
        for (var each : places.entrySet()) {
            if (!each.getKey().option().equals(option.key())) continue;
            if (each.getKey().kind().equals(wrong.kind())) {
                cases += each.getValue().sum.cases;
                raw += each.getValue().sum.raw;
            } else others += each.getValue().sum.cases;
        }
        Part base = bases.get(cell.site());
        double lift = (base == null ? baseOf(wrong.kind()) : base.value) + effect(cell);
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
                .mapToDouble(e -> e.getValue().value)
                .average()
                .orElse(0);
    }

    /** How unsure the option's part is: what is unsure of the failure itself is so for every option alike. */
    private double deviation(Cell wanted) {
        Spread spread = this.spread.atLeastBelieved();
        var perKind = new TreeMap<FailureKind, Double>();
        double ofSeverities = 0;
        double here = 0;
        for (var each : places.entrySet()) {
            Cell cell = each.getKey();
            if (!cell.option().equals(wanted.option())) continue;
            perKind.merge(cell.kind(), each.getValue().sum.worth, Double::sum);
            if (!cell.kind().equals(wanted.kind())) continue;
            if (cell.equals(wanted)) here = each.getValue().sum.worth;
            else ofSeverities += 1 / (spread.severities + spread.chance / each.getValue().sum.worth);
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
