package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackRulesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final CallbackRules rules = CallbackRules.usual(SHANGHAI);

    private static Instant at(String there) {
        return LocalDateTime.parse(there).atZone(SHANGHAI).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR,    2026-01-05T09:30, 2026-01-06T10:00",
        "MODERATE, 2026-01-31T23:59, 2026-02-01T10:00",
        "SEVERE,   2026-01-05T09:30, 2026-01-05T11:30",
        "SEVERE,   2026-01-05T17:59, 2026-01-05T19:59",
        "SEVERE,   2026-01-05T18:00, 2026-01-06T09:00",
        "SEVERE,   2026-01-05T23:30, 2026-01-06T09:00",
        "SEVERE,   2026-01-05T05:00, 2026-01-05T09:00"
    })
    void a_complaint_is_called_back_in_the_customers_day(Severity severity, String now, String due) {
        assertThat(rules.firstDue(severity, at(now))).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-01-05T09:30, 2026-01-05T10:30",
        "2, 2026-01-05T10:30, 2026-01-05T12:30",
        "3, 2026-01-05T12:30, 2026-01-05T16:30",
        "3, 2026-01-05T17:00, 2026-01-06T09:00"
    })
    void attempts_are_spaced_wider_and_wider(int made, String now, String next) {
        assertThat(rules.nextAttempt(made, at(now))).isEqualTo(at(next));
    }
}
