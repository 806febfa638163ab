package amends.care;

import amends.care.History.Failed;
import amends.care.History.Spoke;
import amends.recovery.Evidence.Kind;
import amends.recovery.FailureRules;
import amends.recovery.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** How strong each sign is in one customer's history at one time; the same facts give the same signs for everybody. */
final class Signs {
    private static final Set<Kind> OUR_WORD = Set.of(Kind.PROMISE_BROKEN, Kind.CALLBACK_LATE, Kind.COMPLAINT_OVERDUE);
    private static final Duration OFTEN = Duration.ofDays(90);
    private static final Duration SILENCE = Duration.ofDays(14);
    private static final Duration COMPLAINT = Duration.ofDays(180);
    private final FailureRules rules;

    Signs(FailureRules rules) {
        this.rules = rules;
    }

    /** Each from 0; what is not there is 0. */
    Map<Sign, Double> of(History whole, Instant at) {
        History history = whole.asOf(at);
        var signs = new EnumMap<Sign, Double>(Sign.class);
        signs.put(Sign.OWED, Math.min(3, owed(history, at) / rules.weights().get(Severity.SEVERE)));
        signs.put(Sign.FAILED_OFTEN, Math.min(2, lately(history, at).size() / 3.0));
        signs.put(Sign.SILENT, isSilent(history, at) ? 1.0 : 0);
        signs.put(Sign.SCORE_FELL, fall(history) / 2);
        signs.put(Sign.SCORE_LOW, last(history).orElse(5) <= 2 ? 1.0 : 0);
        signs.put(
                Sign.COMPLAINED,
                history.complaints().stream().anyMatch(c -> c.plus(COMPLAINT).isAfter(at)) ? 1.0 : 0);
        signs.put(Sign.WORD_BROKEN, lately(history, at).stream().anyMatch(f -> OUR_WORD.contains(f.kind())) ? 1.0 : 0);
        return signs;
    }

    double owed(History history, Instant at) {
        return open(history, at).stream()
                .mapToDouble(
                        f -> rules.weights().get(f.severity()) * rules.ageing().left(f.at(), at))
                .sum();
    }

    private static List<Failed> open(History history, Instant at) {
        return history.failures().stream()
                .filter(f -> f.settled().filter(s -> !s.isAfter(at)).isEmpty())
                .toList();
    }

    private static List<Failed> lately(History history, Instant at) {
        return history.failures().stream()
                .filter(f -> f.at().plus(OFTEN).isAfter(at))
                .toList();
    }

    private boolean isSilent(History history, Instant at) {
        boolean owes = open(history, at).stream()
                .anyMatch(f ->
                        f.at().plus(SILENCE).isBefore(at) && !rules.ageing().hasExpired(f.at(), at));
        return owes
                && history.contacts().stream()
                        .noneMatch(c -> c.at().plus(SILENCE).isAfter(at));
    }

    /** Points between the mean of the last two scores and that of those before; 0 where they did not fall. */
    private static double fall(History history) {
        List<Integer> scores = scores(history);
        if (scores.size() < 2) return 0;
        int last = Math.min(2, scores.size() - 1);
        double after = mean(scores.subList(0, last));
        return Math.max(0, mean(scores.subList(last, scores.size())) - after);
    }

    private static double mean(List<Integer> scores) {
        return scores.stream().mapToInt(s -> s).average().orElse(0);
    }

    private static OptionalDouble last(History history) {
        return scores(history).stream().limit(1).mapToDouble(s -> s).findFirst();
    }

    /** The latest first. */
    private static List<Integer> scores(History history) {
        return history.contacts().stream()
                .sorted(Comparator.comparing(Spoke::at).reversed())
                .flatMap(c -> c.score().stream())
                .toList();
    }
}
