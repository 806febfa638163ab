package amends.desktop.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTypingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = at("2026-11-22T10:20");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "15:30, 2026-11-22T15:30",
        "15, 2026-11-22T15:00",
        "15点半, 2026-11-22T15:30",
        "１５：３０, 2026-11-22T15:30",
        "15时20分, 2026-11-22T15:20",
        "明天 10点, 2026-11-23T10:00",
        "明天10:30, 2026-11-23T10:30",
        "後天 9, 2026-11-24T09:00",
        "tomorrow 10:00, 2026-11-23T10:00",
        "11-24 15:00, 2026-11-24T15:00",
        "11/24 9, 2026-11-24T09:00",
        "11月24日15点, 2026-11-24T15:00",
        "2026-11-24 15:00, 2026-11-24T15:00",
        "1-5 09:00, 2027-01-05T09:00",
        "11-20 09:00, 2026-11-20T09:00",
        "+2h, 2026-11-22T12:20",
        "+30m, 2026-11-22T10:50",
        "+2小时, 2026-11-22T12:20"
    })
    void a_time_is_read_as_agents_type_it(String typed, String meant) {
        assertThat(DueTyping.read(typed, SHANGHAI, NOW)).contains(at(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "25:00", "10:99", "2-30 10:00", "13-1 10:00", "2026-02-29 10:00", "+9999h", "-2h"})
    void a_time_that_does_not_exist_is_none(String typed) {
        assertThat(DueTyping.read(typed, SHANGHAI, NOW)).isEmpty();
    }

    @Test
    void an_hour_that_the_clock_leaves_out_is_none() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(DueTyping.read("2026-03-29 02:30", berlin, NOW)).isEmpty();
    }

    @Test
    void what_is_shown_is_read_again_and_nothing_makes_it_fail() {
        var random = new Random(4711);
        for (int i = 0; i < 3000; i++) {
            Instant due = NOW.plusSeconds(60L * random.nextInt(60 * 24 * 150));
            assertThat(DueTyping.read(DueTyping.shown(due, SHANGHAI), SHANGHAI, NOW))
                    .contains(due.minusSeconds(due.getEpochSecond() % 60));
            var text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--)
                text.append("0123456789-:/+hm点月日明天 ".charAt(random.nextInt(22)));
            DueTyping.read(text.toString(), SHANGHAI, NOW);
        }
    }
}
