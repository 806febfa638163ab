package amends.recovery;

import static amends.recovery.Severity.MINOR;
import static amends.recovery.Severity.MODERATE;
import static amends.recovery.Severity.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.contact.Disposition;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.CallbackLate;
import amends.recovery.Evidence.CalledAgain;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.Hearing;
import amends.recovery.Evidence.LongWait;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeverityTest {
    private static final CallId CALL = new CallId("call");
    private static final Instant THEN = Instant.parse("2026-01-04T10:00:00Z");

    private static Evidence waited(long seconds) {
        return new LongWait(CALL, "support", Duration.ofSeconds(seconds), Duration.ofSeconds(120));
    }

    private static Evidence gaveUp(long seconds) {
        return new GaveUp("pbx-1.1", "support", Duration.ofSeconds(seconds));
    }

    private static Evidence dropped(long seconds) {
        return new Dropped(CALL, Duration.ofSeconds(seconds), ClearCause.UNREACHABLE);
    }

    private static Evidence heard(double loss) {
        return new BadlyHeard(CALL, loss, Hearing.AGENT);
    }

    private static Evidence again(Disposition earlier) {
        return new CalledAgain(CALL, new UUID(1, 1), THEN, Optional.ofNullable(earlier));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(waited(121), MINOR),
                arguments(waited(600), MINOR),
                arguments(waited(601), MODERATE),
                arguments(waited(1800), MODERATE),
                arguments(waited(1801), SEVERE),
                arguments(gaveUp(10), MINOR),
                arguments(gaveUp(120), MINOR),
                arguments(gaveUp(121), MODERATE),
                arguments(gaveUp(600), MODERATE),
                arguments(gaveUp(601), SEVERE),
                arguments(dropped(1), MODERATE),
                arguments(dropped(600), MODERATE),
                arguments(dropped(601), SEVERE),
                arguments(heard(5), MINOR),
                arguments(heard(10), MINOR),
                arguments(heard(10.1), MODERATE),
                arguments(heard(25), MODERATE),
                arguments(heard(25.1), SEVERE),
                arguments(again(null), MINOR),
                arguments(again(Disposition.SOLVED), MINOR),
                arguments(again(Disposition.WRONG_NUMBER), MINOR),
                arguments(again(Disposition.FOLLOW_UP), MODERATE),
                arguments(again(Disposition.COMPLAINT), SEVERE),
                arguments(new CallbackLate(new UUID(2, 2), THEN), SEVERE),
                arguments(new Evidence.ThirdTransfer("way", CALL, 3), MODERATE),
                arguments(new Evidence.ThirdTransfer("way", CALL, 5), SEVERE),
                arguments(new Evidence.PromiseBroken(new UUID(2, 2), THEN), SEVERE),
                arguments(new Evidence.ComplaintOverdue(new UUID(2, 2), "ANSWER", THEN), SEVERE),
                arguments(
                        new Evidence.AnswerCorrected(new UUID(2, 2), new Evidence.Named("a", "en"), 1, 2, THEN),
                        MODERATE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_failure_weighs_what_its_evidence_says(Evidence evidence, Severity severity) {
        assertThat(FailureRules.SHIPPED.severity(evidence)).isEqualTo(severity);
    }
}
