package amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.WorkingCalendar;
import amends.promise.DueSuggesting.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueSuggestingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar WEEK = WorkingCalendar.usual(SHANGHAI);
    private static final Instant NOW = at("2026-01-05T10:00");
    private static final PromiseKind SEND = new PromiseKind(
            "send",
            Names.of("寄送"),
            "",
            Duration.ofHours(8),
            Duration.ofHours(1),
            Duration.ofHours(90),
            PromiseKind.OfMoney.NONE,
            Map.of());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Suggestion suggest(List<PastCourse> past) {
        return DueSuggesting.USUAL.suggest(SEND, WEEK, past, NOW);
    }

    private static PastCourse kept(int minutes) {
        Instant made = at("2025-12-01T09:00");
        return new PastCourse(made, Optional.of(WEEK.plus(made, Duration.ofMinutes(minutes))), true);
    }

    @Test
    void where_nothing_is_known_the_usual_time_and_the_margin_count() {
        assertThat(suggest(List.of()))
                .isEqualTo(new Suggestion(at("2026-01-06T11:00"), 0, Duration.ofHours(8), Duration.ofHours(2)));
    }

    @Test
    void few_cases_hardly_move_it_and_many_do() {
        var past = new ArrayList<PastCourse>();
        past.add(kept(120));
        assertThat(suggest(past).takes()).isBetween(Duration.ofMinutes(440), Duration.ofMinutes(460));
        for (int i = 0; i < 199; i++) past.add(kept(120));
        assertThat(suggest(past).takes()).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(140));
    }

    @Test
    void four_in_five_are_done_by_then() {
        var random = new Random(4711);
        var past = new ArrayList<PastCourse>();
        for (int i = 0; i < 200; i++) past.add(kept(60 + random.nextInt(600)));
        long done = past.stream()
                .filter(p -> WEEK.between(p.made(), p.ended().orElseThrow())
                                .compareTo(suggest(past).takes())
                        <= 0)
                .count();
        assertThat(done).isBetween(155L, 170L);
    }

    @Test
    void what_is_not_done_yet_counts_as_longer_than_it_was_seen() {
        var past = new ArrayList<PastCourse>();
        for (int i = 0; i < 60; i++) past.add(kept(120));
        Duration alone = suggest(past).takes();
        for (int i = 0; i < 60; i++) past.add(new PastCourse(at("2025-12-31T10:00"), Optional.empty(), false));
        assertThat(suggest(past).takes()).isGreaterThan(alone.multipliedBy(3));
    }

    @Test
    void it_stays_between_soonest_and_farthest_and_in_working_hours() {
        var random = new Random(4712);
        for (int i = 0; i < 500; i++) {
            var past = new ArrayList<PastCourse>();
            for (int n = random.nextInt(40); n > 0; n--) past.add(kept(random.nextInt(9000)));
            Instant now = NOW.plus(Duration.ofMinutes(random.nextInt(20_000)));
            Suggestion suggestion = DueSuggesting.USUAL.suggest(SEND, WEEK, past, now);
            assertThat(suggestion.takes()).isBetween(SEND.soonest(), SEND.farthest());
            assertThat(suggestion.due()).isAfter(now).isBeforeOrEqualTo(WEEK.plus(now, SEND.farthest()));
            assertThat(WEEK.isWorking(suggestion.due())).isTrue();
        }
    }
}
