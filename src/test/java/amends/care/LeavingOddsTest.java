package amends.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.care.History.Failed;
import amends.care.History.Spoke;
import amends.recovery.Evidence.Kind;
import amends.recovery.FailureRules;
import amends.recovery.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeavingOddsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final FailureRules RULES = FailureRules.SHIPPED;

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static History history(List<Failed> failed, List<Spoke> spoke, Instant... complaints) {
        return new History(new UUID(1, 1), failed, spoke, List.of(complaints));
    }

    private static Failed failed(int days, Severity severity) {
        return new Failed(Kind.GAVE_UP, severity, ago(days), Optional.empty());
    }

    @Test
    void who_fell_silent_after_a_failure_and_scored_low_is_likely_to_leave_with_the_reasons() {
        History quiet = history(
                List.of(failed(40, Severity.SEVERE), failed(30, Severity.SEVERE)),
                List.of(new Spoke(ago(60), Optional.of(5)), new Spoke(ago(40), Optional.of(2))));
        Map<Sign, Double> signs = new Signs(RULES).of(quiet, NOW);
        var odds = LeavingOdds.usual();
        assertThat(odds.chance(signs)).isGreaterThan(.3);
        assertThat(odds.reasons(signs))
                .extracting(LeavingOdds.Reason::sign)
                .contains(Sign.SILENT, Sign.OWED, Sign.SCORE_LOW, Sign.SCORE_FELL);
    }

    @Test
    void who_is_owed_nothing_and_is_content_is_not() {
        History content = history(List.of(), List.of(new Spoke(ago(3), Optional.of(5))));
        Map<Sign, Double> signs = new Signs(RULES).of(content, NOW);
        assertThat(LeavingOdds.usual().chance(signs)).isLessThan(.05);
        assertThat(LeavingOdds.usual().reasons(signs)).isEmpty();
    }

    @Test
    void what_was_settled_or_came_later_is_no_sign() {
        var settled = new Failed(Kind.GAVE_UP, Severity.SEVERE, ago(40), Optional.of(ago(39)));
        History history = history(List.of(settled, failed(-5, Severity.SEVERE)), List.of(), ago(-6));
        Map<Sign, Double> signs = new Signs(RULES).of(history, NOW);
        assertThat(signs.get(Sign.OWED)).isZero();
        assertThat(signs.get(Sign.SILENT)).isZero();
        assertThat(signs.get(Sign.COMPLAINED)).isZero();
    }

    @Test
    void without_enough_of_a_past_the_usual_weights_stand() {
        assertThat(Past.learned(List.of(), RULES, NOW)).isEqualTo(LeavingOdds.usual());
    }

    @Test
    void a_house_in_which_silence_means_nothing_learns_it() {
        var random = new Random(11);
        var cases = new ArrayList<Past.Case>();
        for (int i = 0; i < 6_000; i++) {
            double[] signs = new double[Sign.values().length + 1];
            signs[0] = 1;
            for (int s = 1; s < signs.length; s++) signs[s] = random.nextInt(2);
            double sum = -1 + 1.5 * signs[Sign.SCORE_LOW.ordinal() + 1];
            cases.add(new Past.Case(signs, random.nextDouble() < 1 / (1 + Math.exp(-sum))));
        }
        LeavingOdds learned = Past.fitted(cases);
        assertThat(learned.cases()).isEqualTo(6_000);
        assertThat(learned.each().get(Sign.SILENT)).isCloseTo(0, within(.15));
        assertThat(learned.each().get(Sign.SCORE_LOW)).isCloseTo(1.5, within(.2));
        assertThat(learned.none()).isCloseTo(-1, within(.2));
    }

    @Test
    void a_small_past_moves_the_usual_weights_a_little() {
        var random = new Random(12);
        var cases = new ArrayList<Past.Case>();
        for (int i = 0; i < 250; i++) {
            double[] signs = new double[Sign.values().length + 1];
            signs[0] = 1;
            signs[Sign.SILENT.ordinal() + 1] = random.nextInt(2);
            cases.add(new Past.Case(signs, random.nextDouble() < .2));
        }
        assertThat(Past.fitted(cases).each().get(Sign.SILENT)).isBetween(0d, Sign.SILENT.usual());
    }
}
