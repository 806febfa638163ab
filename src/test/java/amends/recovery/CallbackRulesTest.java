package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:30, 2026-01-05T11:30",
        "2026-01-05T15:30, 2026-01-05T17:30",
        "2026-01-05T18:30, 2026-01-06T09:00"
    })
    void who_was_not_there_at_one_time_of_the_day_is_tried_at_another(String tried, String next) {
        assertThat(rules.nextAttempt(1, at(tried), List.of(at(tried)))).isEqualTo(at(next));
    }

    @Test
    void when_every_time_of_the_day_was_tried_only_the_pause_counts() {
        var tried =
                List.of(at("2026-01-05T09:30"), at("2026-01-05T12:00"), at("2026-01-05T15:00"), at("2026-01-05T19:00"));
        assertThat(rules.nextAttempt(1, at("2026-01-06T09:30"), tried)).isEqualTo(at("2026-01-06T10:30"));
    }

    @Test
    void whoever_likes_to_be_called_in_the_evening_is() {
        CallbackRules evening = rules.in(new PreferredHours(LocalTime.of(18, 0), LocalTime.of(21, 0)));
        assertThat(evening.firstDue(Severity.MINOR, at("2026-01-05T09:30"))).isEqualTo(at("2026-01-06T18:00"));
        assertThat(evening.firstDue(Severity.SEVERE, at("2026-01-05T09:30"))).isEqualTo(at("2026-01-05T18:00"));
        assertThat(evening.nextAttempt(1, at("2026-01-05T19:30"))).isEqualTo(at("2026-01-06T18:00"));
    }

    @Test
    void hours_in_which_nobody_works_here_are_none() {
        assertThat(rules.in(new PreferredHours(LocalTime.of(22, 0), LocalTime.of(23, 0))))
                .isEqualTo(rules);
    }
}
