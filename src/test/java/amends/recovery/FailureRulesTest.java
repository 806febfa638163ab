package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import amends.kernel.PhoneNumber;
import amends.kernel.yaml.YamlMistakes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FailureRulesTest {
    private static final Instant THEN = Instant.parse("2026-01-04T10:00:00Z");

    private static String shipped() throws Exception {
        try (var in = FailureRules.class.getResourceAsStream("failures.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Failure broken(Optional<UUID> customer) {
        return Failure.of(
                new Evidence.PromiseBroken(new UUID(1, 1), THEN),
                THEN,
                customer,
                Optional.of(new PhoneNumber("+8613800138000")));
    }

    @Test
    void the_usual_limits_are_those_of_the_shipped_file() {
        assertThat(FailureRules.SHIPPED.limits()).isEqualTo(FailureLimits.USUAL);
    }

    @Test
    void a_failure_weighs_less_as_it_grows_old_and_expires() {
        Failure failure = broken(Optional.empty());
        FailureRules rules = FailureRules.SHIPPED;
        assertThat(rules.weight(failure, THEN)).isEqualTo(9);
        assertThat(rules.weight(failure, THEN.plus(Duration.ofDays(60)))).isCloseTo(4.5, within(1e-9));
        assertThat(rules.weight(failure, THEN.minusSeconds(60))).isEqualTo(9);
        assertThat(rules.isOwed(failure, THEN.plus(Duration.ofDays(365)))).isTrue();
        assertThat(rules.isOwed(failure, THEN.plus(Duration.ofDays(366)))).isFalse();
        assertThat(rules.weight(failure, THEN.plus(Duration.ofDays(366)))).isZero();
    }

    @Test
    void a_weight_knows_nothing_of_whose_failure_it_is() {
        Failure one = broken(Optional.of(new UUID(2, 2)));
        Failure other = broken(Optional.of(new UUID(3, 3)));
        assertThat(FailureRules.SHIPPED.weight(one, THEN)).isEqualTo(FailureRules.SHIPPED.weight(other, THEN));
    }

    @Test
    void what_is_wrong_is_told_with_its_line() throws Exception {
        String wrong =
                shipped().replace("severe-over: 30", "severe-over: 3").replace("promise-broken:", "promise-brokn:");
        assertThatThrownBy(() -> FailureRulesFile.read("mine.yaml", wrong))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining("mine.yaml:14:")
                .hasMessageContaining("'failures.long-wait.severe-over' is below 'moderate-over'")
                .hasMessageContaining("says nothing of 'promise-broken'")
                .hasMessageContaining("unknown key 'failures.promise-brokn'; did you mean 'failures.promise-broken'?");
    }

    @Test
    void a_circumstance_that_does_not_exist_is_refused() throws Exception {
        String wrong = shipped().replace("[follow-up]", "[folow-up]");
        assertThatThrownBy(() -> FailureRulesFile.read("mine.yaml", wrong))
                .hasMessageContaining("has no circumstance 'folow-up'; there are solved, follow-up, complaint");
    }

    @Test
    void weights_grow_with_severity() throws Exception {
        String wrong = shipped().replace("severe: 9", "severe: 2");
        assertThatThrownBy(() -> FailureRulesFile.read("mine.yaml", wrong))
                .hasMessageContaining("'weights.severe' weighs less than what is less grave");
    }

    @Test
    void whatever_is_done_to_the_file_it_is_read_or_refused_with_mistakes() throws Exception {
        String whole = shipped();
        var random = new Random(42);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder(whole);
            for (int j = 0; j < 3; j++)
                text.setCharAt(random.nextInt(text.length()), ":-{[ #\n\t9x\"".charAt(random.nextInt(10)));
            try {
                FailureRulesFile.read("fuzz.yaml", text.toString());
            } catch (YamlMistakes e) {
                assertThat(e.mistakes()).isNotEmpty();
            }
        }
    }
}
