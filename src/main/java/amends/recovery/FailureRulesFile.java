package amends.recovery;

import amends.contact.Disposition;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the rules of failures; every mistake is told with its line. */
public final class FailureRulesFile {
    private static final int DAY = 24 * 3600;
    private static final String ANY_WORD = "[a-z][a-z-]{0,19}";
    private static final List<String> DISPOSITIONS =
            Arrays.stream(Disposition.values()).map(FailureRulesFile::word).toList();

    private FailureRulesFile() {}

    /** @throws YamlMistakes when it is missing, unreadable, or says what makes no sense */
    public static FailureRules read(Path file) throws YamlMistakes {
        return read(YamlDocument.read(file));
    }

    static FailureRules read(String name, String text) throws YamlMistakes {
        return read(YamlDocument.of(name, text));
    }

    private static FailureRules read(YamlDocument document) throws YamlMistakes {
        YamlMap root = document.root();
        var gradings = gradings(root);
        var weights = weights(root);
        var ageing = ageing(root.map("ageing"));
        var limits = limits(root.map("counts-from"));
        document.check();
        return new FailureRules(gradings, weights, ageing, limits);
    }

    private static Map<Evidence.Kind, Grading> gradings(YamlMap root) {
        YamlMap failures = root.map("failures");
        var gradings = new EnumMap<Evidence.Kind, Grading>(Evidence.Kind.class);
        for (Evidence.Kind kind : Evidence.Kind.values()) {
            if (!failures.has(word(kind))) root.mistake("failures", "says nothing of '" + word(kind) + "'");
            gradings.put(kind, grading(failures.map(word(kind)), kind));
        }
        return gradings;
    }

    private static Grading grading(YamlMap kind, Evidence.Kind of) {
        kind.required("is");
        Severity least = kind.choice("is", Severity.MINOR);
        OptionalDouble moderate = number(kind, "moderate-over");
        OptionalDouble severe = number(kind, "severe-over");
        if (moderate.isPresent() && severe.isPresent() && severe.getAsDouble() < moderate.getAsDouble())
            kind.mistake("severe-over", "is below 'moderate-over'");
        var when = new HashMap<String, Severity>();
        for (Severity severity : Severity.values())
            for (String circumstance : kind.texts(word(severity) + "-when", List.of())) {
                if (!isKnown(of, circumstance))
                    kind.mistake(word(severity) + "-when", "has no circumstance '" + circumstance + "'" + known(of));
                if (when.put(circumstance, severity) != null)
                    kind.mistake(word(severity) + "-when", "says '" + circumstance + "' a second time");
            }
        return new Grading(least, moderate, severe, when);
    }

    private static boolean isKnown(Evidence.Kind kind, String circumstance) {
        return switch (kind) {
            case CALLED_AGAIN -> DISPOSITIONS.contains(circumstance);
            case COMPLAINT_OVERDUE -> circumstance.matches(ANY_WORD);
            default -> false;
        };
    }

    private static String known(Evidence.Kind kind) {
        return kind == Evidence.Kind.CALLED_AGAIN ? "; there are " + String.join(", ", DISPOSITIONS) : "";
    }

    private static OptionalDouble number(YamlMap map, String key) {
        return map.parsed(key, OptionalDouble.empty(), "a number from 0 on", text -> OptionalDouble.of(positive(text)));
    }

    private static double positive(String text) {
        double number = Double.parseDouble(text);
        if (!(number >= 0) || number > 1e6) throw new NumberFormatException();
        return number;
    }

    private static Map<Severity, Double> weights(YamlMap root) {
        YamlMap weights = root.map("weights");
        var all = new EnumMap<Severity, Double>(Severity.class);
        double least = 0;
        for (Severity severity : Severity.values()) {
            weights.required(word(severity));
            double weight = weights.parsed(word(severity), least, "a number from 0 on", FailureRulesFile::positive);
            if (weight < least) weights.mistake(word(severity), "weighs less than what is less grave");
            all.put(severity, weight);
            least = Math.max(least, weight);
        }
        return all;
    }

    private static Ageing ageing(YamlMap ageing) {
        return new Ageing(
                Duration.ofDays(ageing.integer("half-life-days", 60, 1, 3650)),
                Duration.ofDays(ageing.integer("expires-days", 365, 1, 3650)));
    }

    private static FailureLimits limits(YamlMap from) {
        FailureLimits usual = FailureLimits.USUAL;
        return new FailureLimits(
                Duration.ofSeconds(
                        from.integer("wait-seconds", (int) usual.longestWait().toSeconds(), 0, DAY)),
                Duration.ofSeconds(
                        from.integer("give-up-seconds", (int) usual.giveUp().toSeconds(), 0, DAY)),
                from.integer("loss-percent", (int) usual.lossPercent(), 1, 100),
                Duration.ofDays(from.integer("again-days", (int) usual.again().toDays(), 1, 90)),
                from.integer("transfers", usual.transfers(), 1, 20),
                Duration.ofDays(
                        from.integer("corrected-days", (int) usual.corrected().toDays(), 1, 365)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
