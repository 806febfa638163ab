package amends.app;

import amends.kernel.PlainText;
import amends.kernel.yaml.HoursReading;
import amends.kernel.yaml.YamlMap;
import amends.survey.QuietHours;
import amends.survey.SurveyPolicy;
import amends.survey.SurveyWording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/** The part of {@code amends.yaml} that says how customers are asked. */
final class SurveySettings {
    private static final String USUAL_QUIET = "21:00-08:00";
    private static final int MOST_SENDER = 20;

    private SurveySettings() {}

    static SurveyPolicy read(YamlMap survey) {
        ZoneId zone = survey.parsed(
                "time-zone", ZoneId.systemDefault(), "system, or a place like Asia/Shanghai", SurveySettings::zone);
        return new SurveyPolicy(
                survey.yesOrNo("enabled", true),
                Duration.ofDays(survey.integer("again-after-days", 7, 0, 365)),
                Duration.ofHours(survey.integer("expires-hours", 48, 1, 720)),
                survey.parsed(
                        "quiet-hours",
                        quiet(USUAL_QUIET, zone),
                        "hours like \"21:00-08:00\", also past midnight, or none",
                        text -> quiet(text, zone)),
                survey.integer("low-score", 2, 0, 5),
                survey.parsed(
                        "language",
                        SurveyWording.ZH_CN,
                        String.join(", ", DeskSettings.LANGUAGES),
                        SurveySettings::wording),
                PlainText.line(survey.text("sender-name", ""), MOST_SENDER));
    }

    private static ZoneId zone(String text) {
        if (text.equals("system")) return ZoneId.systemDefault();
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static QuietHours quiet(String text, ZoneId zone) {
        if (text.equals("none")) return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
        HoursReading.Hours hours = HoursReading.read(text);
        if (hours.from().equals(hours.until()))
            throw new IllegalArgumentException("they end as they begin; without quiet hours write none");
        return new QuietHours(hours.from(), hours.until(), zone);
    }

    private static SurveyWording wording(String text) {
        if (!DeskSettings.LANGUAGES.contains(text)) throw new IllegalArgumentException();
        return SurveyWording.valueOf(text.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** A desk whose own database is all there is, and that carries no short messages, promises none. */
    static SurveyPolicy policyAtDesk(DeskSettings settings) {
        boolean alone = settings.database().url().startsWith("jdbc:h2:");
        SurveyPolicy set = settings.survey();
        return new SurveyPolicy(
                set.enabled() && (settings.sms().enabled() || !alone),
                set.againAfter(),
                set.expiresAfter(),
                set.quiet(),
                set.lowScore(),
                set.wording(),
                set.sender());
    }
}
