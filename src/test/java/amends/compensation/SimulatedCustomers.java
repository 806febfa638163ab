package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A house that makes amends for chance failures to chance customers, as src/docs/recommender.md describes it: what truly
 * helps is drawn from the seed and told to nobody.
 */
final class SimulatedCustomers {
    final CompensationPolicy policy;
    final Random random;
    private final double noise;
    private final Map<String, Double> truth = new HashMap<>();
    private final List<Wrong> wrongs = new ArrayList<>();

    SimulatedCustomers(CompensationPolicy policy, long seed, double noise) {
        this.policy = policy;
        this.noise = noise;
        random = new Random(seed);
        for (FailureKind kind : policy.kinds().stream().sorted().toList())
            for (Severity severity : Severity.values()) {
                var wrong = new Wrong(kind, severity, Tier.REGULAR);
                if (policy.rowFor(kind, severity, Tier.REGULAR).isPresent()) wrongs.add(wrong);
            }
        for (Option option : policy.options()) {
            truth.put(option.key(), option.believedLift() + 0.35 * random.nextGaussian());
            for (FailureKind kind : policy.kinds().stream().sorted().toList()) {
                truth.put(option.key() + kind, 0.25 * random.nextGaussian());
                for (Severity severity : Severity.values())
                    truth.put(option.key() + kind + severity, 0.1 * random.nextGaussian());
            }
        }
        for (Wrong wrong : wrongs) truth.put(wrong.kind() + "" + wrong.severity(), 0.4 + 0.3 * random.nextGaussian());
    }

    Wrong next() {
        return wrongs.get(random.nextInt(wrongs.size()));
    }

    boolean nextIsExpressive() {
        return random.nextDouble() < 0.35;
    }

    /** Of the average customer: 35 % feel recovery 1.6 times as strongly, the others 0.68 times. */
    double lift(Wrong wrong, Option option) {
        double effect = truth.get(option.key())
                + truth.get(option.key() + wrong.kind())
                + truth.get(option.key() + wrong.kind() + wrong.severity());
        return truth.get(wrong.kind() + "" + wrong.severity()) + effect;
    }

    double net(Wrong wrong, Option option) {
        return lift(wrong, option)
                - policy.worth().map(w -> (double) option.cost().minor() / w.minor()).orElse(0.0);
    }

    PastCase happens(Wrong wrong, Option option, boolean expressive) {
        double felt = lift(wrong, option) * (expressive ? 1.6 : 0.677);
        double before = Math.clamp(Math.round((expressive ? 1.6 : 2.6) + 0.8 * random.nextGaussian()), 1, 5);
        double after = Math.clamp(Math.round(before + felt + noise * random.nextGaussian()), 1, 5);
        return new PastCase(wrong.kind(), wrong.severity(), option.key(), after - before, OptionalDouble.of(before));
    }

    /** As agents chose before: whoever is loud gets more. */
    Option chosenByHand(Wrong wrong, boolean expressive) {
        var fitting = policy.rowFor(wrong.kind(), wrong.severity(), wrong.tier()).orElseThrow().fitting().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        int a = random.nextInt(fitting.size());
        int b = random.nextInt(fitting.size());
        return fitting.get(expressive ? Math.max(a, b) : Math.min(a, b));
    }

    /** How much of what could be reached is missed by always giving what is chosen, 0 to 1. */
    double regret(java.util.function.Function<Wrong, Option> chosen, ToDoubleFunction<List<Double>> ignored) {
        double best = 0;
        double reached = 0;
        for (Wrong wrong : wrongs) {
            best += policy.rowFor(wrong.kind(), wrong.severity(), wrong.tier()).orElseThrow().fitting().stream()
                    .mapToDouble(o -> net(wrong, o))
                    .max()
                    .orElseThrow();
            reached += net(wrong, chosen.apply(wrong));
        }
        return 1 - reached / best;
    }
}
