package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/**
 * A house that makes amends to chance customers for chance failures, to measure a recommender by: what truly helps is
 * drawn from a seed and told to nobody (src/docs/recommender.md describes it). Its past agents gave more to the louder.
 * On one thread only.
 */
public final class SimulatedHouse {
    private static final double EXPRESSIVE = 0.35;
    /** Of an average lift, how much each type feels: on average all of it. */
    private static final double FELT_BY_EXPRESSIVE = 1.6;

    private static final double FELT_BY_RESERVED = (1 - EXPRESSIVE * FELT_BY_EXPRESSIVE) / (1 - EXPRESSIVE);
    private static final double NOISE = 0.8;
    /** Normal deviates that stand for all, each as likely. */
    private static final double[] MOODS = {
        -1.96, -1.44, -1.15, -0.93, -0.76, -0.6, -0.45, -0.32, -0.19, -0.06, 0.06, 0.19, 0.32, 0.45, 0.6, 0.76, 0.93,
        1.15, 1.44, 1.96
    };

    private final CompensationPolicy policy;
    private final Random random;
    private final Map<String, Double> truth = new HashMap<>();
    private final Map<String, Double> lifts = new HashMap<>();
    private final List<Wrong> wrongs = new ArrayList<>();

    public SimulatedHouse(CompensationPolicy policy, long seed) {
        this.policy = policy;
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
    }

    /** A case that can happen, and how its customer is; only the simulated world knows the second. */
    public record Happening(Wrong wrong, boolean expressive) {}

    public Happening next() {
        return new Happening(wrongs.get(random.nextInt(wrongs.size())), random.nextDouble() < EXPRESSIVE);
    }

    /** By how much it truly lifts the score of the average customer: both types, all moods. */
    public double lift(Wrong wrong, Option option) {
        return lifts.computeIfAbsent(
                wrong + option.key(),
                k -> EXPRESSIVE * average(true, felt(wrong, option, true))
                        + (1 - EXPRESSIVE) * average(false, felt(wrong, option, false)));
    }

    private double felt(Wrong wrong, Option option, boolean expressive) {
        double effect = truth.get(wrong.kind() + "/" + wrong.severity())
                + truth.get(option.key())
                + truth.get(option.key() + wrong.kind())
                + truth.get(option.key() + wrong.kind() + wrong.severity());
        return effect * (expressive ? FELT_BY_EXPRESSIVE : FELT_BY_RESERVED);
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
        double felt = felt(happening.wrong(), option, expressive);
        double before = score(usual(expressive) + NOISE * random.nextGaussian());
        double after = score(before + felt + NOISE * random.nextGaussian());
        Wrong wrong = happening.wrong();
        return new PastCase(wrong.kind(), wrong.severity(), option.key(), after - before, OptionalDouble.of(before));
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
        int a = random.nextInt(fitting.size());
        int b = random.nextInt(fitting.size());
        return fitting.get(happening.expressive() ? Math.max(a, b) : Math.min(a, b));
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
