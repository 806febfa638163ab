package amends.survey;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Disposition;
import amends.kernel.PhoneNumber;
import amends.survey.SurveyDecision.WillAsk;
import amends.survey.SurveyDecision.WillNot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyDecisionTest {
    /** Ten in the morning in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai"));

    static final SurveyPolicy POLICY =
            new SurveyPolicy(true, Duration.ofDays(7), Duration.ofHours(48), NIGHT, 2, SurveyWording.ZH_CN, "");

    private static SurveyPolicy off() {
        return new SurveyPolicy(
                false, POLICY.againAfter(), POLICY.expiresAfter(), NIGHT, 2, POLICY.wording(), POLICY.sender());
    }

    /** A served caller with a mobile, never asked before; changed by what a row of the table says. */
    private static SurveyFacts facts(String row) {
        boolean callback = row.contains("callback");
        return new SurveyFacts(
                !row.contains("unanswered"),
                !callback && !row.contains("outbound"),
                callback ? Occasion.CALLBACK : Occasion.CONTACT,
                row.contains("no wrap-up") ? Optional.empty() : Optional.of(disposition(row)),
                row.contains("landline") ? Optional.empty() : Optional.of(new PhoneNumber("+8613800138000")),
                row.contains("refused"),
                row.contains("asked")
                        ? Optional.of(NOW.minus(Duration.ofDays(row.contains("asked 8") ? 8 : 6)))
                        : Optional.empty(),
                NOW);
    }

    private static Disposition disposition(String row) {
        for (Disposition disposition : Disposition.values()) if (row.contains(disposition.name())) return disposition;
        return Disposition.SOLVED;
    }

    @ParameterizedTest
    @CsvSource({
        "SOLVED,",
        "FOLLOW_UP,",
        "COMPLAINT,",
        "WRONG_NUMBER, NOT_A_CUSTOMER",
        "NO_CUSTOMER, NOT_A_CUSTOMER",
        "unanswered, NOT_TALKED",
        "outbound, WE_CALLED",
        "outbound unanswered, NOT_TALKED",
        "landline, NO_MOBILE",
        "refused, OPTED_OUT",
        "refused asked, OPTED_OUT",
        "asked 6 days ago, ASKED_LATELY",
        "asked 8 days ago,",
        "callback,",
        "callback asked 6 days ago,",
        "callback refused, OPTED_OUT",
        "callback landline, NO_MOBILE",
        "callback unanswered, NOT_TALKED"
    })
    void the_table_of_who_is_asked(String row, SurveyObjection objection) {
        assertThat(SurveyDecision.of(facts(row), POLICY))
                .isEqualTo(objection == null ? new WillAsk(NOW) : new WillNot(objection));
    }

    @Test
    void where_surveys_are_off_nobody_is_asked() {
        assertThat(SurveyDecision.of(facts("SOLVED"), off())).isEqualTo(new WillNot(SurveyObjection.OFF));
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void the_outlook_changes_with_nothing_but_the_disposition(Disposition how) {
        assertThat(SurveyDecision.of(facts("no wrap-up").disposedOf(how), POLICY))
                .isEqualTo(SurveyDecision.of(facts(how.name()), POLICY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T20:59:59, 2026-01-05T20:59:59",
        "2026-01-05T21:00:00, 2026-01-06T08:00:00",
        "2026-01-05T23:59:59, 2026-01-06T08:00:00",
        "2026-01-06T00:00:00, 2026-01-06T08:00:00",
        "2026-01-06T07:59:59, 2026-01-06T08:00:00",
        "2026-01-06T08:00:00, 2026-01-06T08:00:00"
    })
    void in_the_quiet_hours_the_question_waits_for_the_morning(String closed, String asked) {
        assertThat(NIGHT.endAfter(local(closed))).isEqualTo(local(asked));
    }

    private static Instant local(String time) {
        return java.time.LocalDateTime.parse(time).atZone(NIGHT.zone()).toInstant();
    }

    @Test
    void quiet_hours_may_lie_within_one_day() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), NIGHT.zone());
        assertThat(noon.endAfter(local("2026-01-05T13:00:00"))).isEqualTo(local("2026-01-05T14:00:00"));
        assertThat(noon.endAfter(local("2026-01-05T11:59:00"))).isEqualTo(local("2026-01-05T11:59:00"));
    }

    @Test
    void without_quiet_hours_every_moment_will_do() {
        var none = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, NIGHT.zone());
        assertThat(none.endAfter(NOW)).isEqualTo(NOW);
        assertThat(none.beginAfter(NOW)).isEmpty();
    }

    @Test
    void the_next_quiet_hours_begin_today_or_tomorrow() {
        assertThat(NIGHT.beginAfter(local("2026-01-05T10:00:00"))).contains(local("2026-01-05T21:00:00"));
        assertThat(NIGHT.beginAfter(local("2026-01-05T21:00:00"))).contains(local("2026-01-06T21:00:00"));
    }

    /** In Berlin the clock jumps from two to three on that night. */
    @Test
    void a_morning_that_begins_in_the_hour_that_is_left_out_begins_after_it() {
        var berlin = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));
        assertThat(berlin.endAfter(Instant.parse("2026-03-28T23:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }
}
