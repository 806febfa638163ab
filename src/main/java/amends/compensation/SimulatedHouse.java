package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/**
 * A house that makes amends to chance customers for chance failures, to measure a recommender by: what truly helps is
 * drawn from a seed and told to nobody (src/docs/recommender.md describes it). Its past agents gave more to the louder.
 * On one thread only.
 */
public final class SimulatedHouse {
    /** After so many cases a world that turns has turned. */
    private static final int TURNED_AFTER = 250;

    private static final Instant BEGAN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration BETWEEN_CASES = Duration.ofHours(12);
    private static final double NOISE = 0.8;
    /** Normal deviates that stand for all, each as likely. */
    private static final double[] MOODS = {
        -1.96, -1.44, -1.15, -0.93, -0.76, -0.6, -0.45, -0.32, -0.19, -0.06, 0.06, 0.19, 0.32, 0.45, 0.6, 0.76, 0.93,
        1.15, 1.44, 1.96
    };

    private final CompensationPolicy policy;
    private final World world;
    private final Random random;
    private int told;
    private final Map<String, Double> formerly = new HashMap<>();
    private final Map<String, Double> truth = new HashMap<>();
    private final Map<String, Double> lifts = new HashMap<>();
    private final List<Wrong> wrongs = new ArrayList<>();

    /**
     * How a world is.
     *
     * @param expressive so many customers are @param felt so many times as strongly as the average they feel recovery
     * @param wild so many scores afterwards are chance alone
     * @param turned 0 to 1: how much of what options do was otherwise in the first {@value #TURNED_AFTER} cases
     * @param rare how much more rarely agents of the past gave each option than the one before it: 1 is as often
     */
    public record World(double expressive, double felt, double wild, double turned, double rare) {
        public static final World USUAL = new World(.35, 1.6, 0, 0, 1);
        /** Both types feel alike; only how they begin differs. */
        public static final World ALIKE = new World(.35, 1, 0, 0, 1);
        /** The louder are many and feel several times as much. */
        public static final World APART = new World(.5, 1.8, 0, 0, 1);
        /** One score in seven has nothing to do with what was done. */
        public static final World WILD = new World(.35, 1.6, .15, 0, 1);
        /** What options do has changed. */
        public static final World TURNED = new World(.35, 1.6, 0, .8, 1);
        /** Some options were hardly ever given. */
        public static final World SPARSE = new World(.35, 1.6, 0, 0, .5);

        public static Map<String, World> all() {
            var all = new LinkedHashMap<String, World>();
            all.put("usual", USUAL);
            all.put("alike", ALIKE);
            all.put("apart", APART);
            all.put("wild", WILD);
            all.put("turned", TURNED);
            all.put("sparse", SPARSE);
            return all;
        }

        double felt(boolean byExpressive) {
            return byExpressive ? felt : (1 - expressive * felt) / (1 - expressive);
        }
    }

    public SimulatedHouse(CompensationPolicy policy, World world, long seed) {
        this.policy = policy;
        this.world = world;
        random = new Random(seed);
        List<FailureKind> kinds = policy.kinds().stream().sorted().toList();
        for (FailureKind kind : kinds)
            for (Severity severity : Severity.values()) {
                var wrong = new Wrong(kind, severity, Tier.REGULAR);
                if (fitting(wrong).size() > 1) wrongs.add(wrong);
                truth.put(kind + "/" + severity, 0.4 + 0.3 * random.nextGaussian());
            }
        for (Option option : policy.options()) {
            truth.put(option.key(), option.believedLift() + 0.35 * random.nextGaussian());
            for (FailureKind kind : kinds) {
                truth.put(option.key() + kind, 0.25 * random.nextGaussian());
                for (Severity severity : Severity.values())
                    truth.put(option.key() + kind + severity, 0.1 * random.nextGaussian());
            }
        }
        formerly.putAll(truth);
        var other = new Random(~seed);
        for (Option option : policy.options())
            formerly.merge(option.key(), world.turned() * 0.7 * other.nextGaussian(), Double::sum);
    }

    /** A case that can happen, and how its customer is; only the simulated world knows the second. */
    public record Happening(Wrong wrong, boolean expressive) {}

    public Happening next() {
        return new Happening(wrongs.get(random.nextInt(wrongs.size())), random.nextDouble() < world.expressive());
    }

    /** By how much it truly lifts the score of the average customer: both types, all moods. */
    public double lift(Wrong wrong, Option option) {
        return lifts.computeIfAbsent(
                wrong + option.key(),
                k -> world.expressive() * average(true, felt(truth, wrong, option, true))
                        + (1 - world.expressive()) * average(false, felt(truth, wrong, option, false)));
    }

    private double felt(Map<String, Double> truth, Wrong wrong, Option option, boolean expressive) {
        double effect = truth.get(wrong.kind() + "/" + wrong.severity())
                + truth.get(option.key())
                + truth.get(option.key() + wrong.kind())
                + truth.get(option.key() + wrong.kind() + wrong.severity());
        return effect * world.felt(expressive);
    }

    /** Scores are whole and end at 5: what is felt and what is heard of it differ. */
    private static double average(boolean expressive, double felt) {
        double sum = 0;
        for (double mood : MOODS)
            for (double chance : MOODS) {
                double before = score(usual(expressive) + NOISE * mood);
                sum += score(before + felt + NOISE * chance) - before;
            }
        return sum / (MOODS.length * MOODS.length);
    }

    private static double usual(boolean expressive) {
        return expressive ? 1.6 : 2.6;
    }

    private double net(Wrong wrong, Option option) {
        return lift(wrong, option)
                - policy.worth()
                        .map(worth -> (double) option.cost().minor() / worth.minor())
                        .orElse(0.0);
    }

    /** What is heard of it afterwards: scores of 1 to 5 before and after. */
    public PastCase given(Happening happening, Option option) {
        boolean expressive = happening.expressive();
        double felt = felt(told++ < TURNED_AFTER ? formerly : truth, happening.wrong(), option, expressive);
        double before = score(usual(expressive) + NOISE * random.nextGaussian());
        double after = score(before + felt + NOISE * random.nextGaussian());
        if (world.wild() > 0 && random.nextDouble() < world.wild()) after = 1 + random.nextInt(5);
        Wrong wrong = happening.wrong();
        return new PastCase(
                wrong.kind(),
                wrong.severity(),
                option.key(),
                after - before,
                OptionalDouble.of(before),
                Optional.of(BEGAN.plus(BETWEEN_CASES.multipliedBy(told))));
    }

    private static double score(double felt) {
        return Math.clamp(Math.round(felt), 1, 5);
    }

    private List<Option> fitting(Wrong wrong) {
        return policy.rowFor(wrong.kind(), wrong.severity(), wrong.tier())
                .map(PolicyRow::fitting)
                .orElse(List.of());
    }

    /** As somebody who draws lots among what the policy allows. */
    public Option chosenByLot(Happening happening) {
        List<Option> fitting = fitting(happening.wrong());
        return fitting.get(random.nextInt(fitting.size()));
    }

    /** As agents chose before there was a recommender: the louder the customer, the more. */
    public Option chosenByHand(Happening happening) {
        List<Option> fitting = fitting(happening.wrong()).stream()
                .sorted(Comparator.comparing(Option::value).thenComparing(Option::key))
                .toList();
        int a = any(fitting.size());
        int b = any(fitting.size());
        return fitting.get(happening.expressive() ? Math.max(a, b) : Math.min(a, b));
    }

    /** The rarer, the less the dearer ones come to mind. */
    private int any(int size) {
        if (world.rare() == 1) return random.nextInt(size);
        double all = 0;
        for (int i = 0; i < size; i++) all += Math.pow(world.rare(), i);
        double drawn = random.nextDouble() * all;
        for (int i = 0; i < size; i++) {
            drawn -= Math.pow(world.rare(), i);
            if (drawn < 0) return i;
        }
        return size - 1;
    }

    /**
     * How much of what the best policy reaches on average is missed, in true lift of satisfaction less its price.
     *
     * @param chosen what is given in each case that can happen, all of them equally often
     * @param priced whether the price counts; otherwise only the lift, against the best lift
     */
    public double regret(Function<Wrong, Option> chosen, boolean priced) {
        double best = 0;
        double reached = 0;
        for (Wrong wrong : wrongs) {
            best += fitting(wrong).stream()
                    .mapToDouble(o -> priced ? net(wrong, o) : lift(wrong, o))
                    .max()
                    .orElseThrow();
            Option given = chosen.apply(wrong);
            reached += priced ? net(wrong, given) : lift(wrong, given);
        }
        return 1 - reached / best;
    }
}
