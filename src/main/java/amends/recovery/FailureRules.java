package amends.recovery;

import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * What counts as a failure, how grave it is and what it adds to what we owe: from its evidence and its age alone, the
 * same for every customer. Read from a file that people can read; see {@code failures.yaml}.
 *
 * @param gradings of every kind
 * @param weights of every severity, growing with it
 */
public record FailureRules(
        Map<Evidence.Kind, Grading> gradings, Map<Severity, Double> weights, Ageing ageing, FailureLimits limits) {
    private static final String FILE = "failures.yaml";

    /** The rules the program comes with. */
    public static final FailureRules SHIPPED = shipped();

    public FailureRules {
        gradings = Map.copyOf(gradings);
        weights = Map.copyOf(weights);
        if (gradings.size() != Evidence.Kind.values().length || weights.size() != Severity.values().length)
            throw new IllegalArgumentException("rules for some failures only");
    }

    public Severity severity(Evidence evidence) {
        return gradings.get(evidence.kind()).of(evidence);
    }

    /** The same failure as grave as these rules say. */
    public Failure graded(Failure failure) {
        return failure.as(severity(failure.evidence()));
    }

    /** What it adds to the balance now; nothing when it is settled or has expired. */
    public double weight(Failure failure, Instant now) {
        if (!failure.isOpen()) return 0;
        return weights.get(failure.severity()) * ageing.left(failure.at(), now);
    }

    public double weight(Collection<Failure> failures, Instant now) {
        return failures.stream().mapToDouble(f -> weight(f, now)).sum();
    }

    /** Whether it is owed still, though nobody settled it. */
    public boolean isOwed(Failure failure, Instant now) {
        return failure.isOpen() && !ageing.hasExpired(failure.at(), now);
    }

    public FailureRules with(FailureLimits other) {
        return new FailureRules(gradings, weights, ageing, other);
    }

    private static FailureRules shipped() {
        try (InputStream in = FailureRules.class.getResourceAsStream(FILE)) {
            return FailureRulesFile.read("the shipped " + FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlMistakes e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
