package amends.recovery;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How grave a failure of one kind is.
 *
 * @param least what it is in any case
 * @param moderateOver from more than this on it is moderate, in the kind's own unit
 * @param severeOver from more than this on it is severe
 * @param when circumstances, in lower case with hyphens, in which it is what stands there whatever was measured
 */
public record Grading(
        Severity least, OptionalDouble moderateOver, OptionalDouble severeOver, Map<String, Severity> when) {
    public Grading {
        when = Map.copyOf(when);
    }

    Severity of(Evidence evidence) {
        Severity said =
                when.get(evidence.circumstance().toLowerCase(Locale.ROOT).replace('_', '-'));
        return said != null ? said : measured(evidence.measure());
    }

    private Severity measured(double measure) {
        if (isOver(measure, severeOver)) return Severity.SEVERE;
        return isOver(measure, moderateOver) && least == Severity.MINOR ? Severity.MODERATE : least;
    }

    private static boolean isOver(double measure, OptionalDouble limit) {
        return limit.isPresent() && measure > limit.getAsDouble();
    }
}
