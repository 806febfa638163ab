package amends.desktop.wrapup;

import amends.contact.Disposition;
import amends.desktop.look.Texts;
import amends.kernel.Timekeeper;
import amends.survey.SurveyDecision;
import amends.survey.SurveyDecision.WillAsk;
import amends.survey.SurveyDecision.WillNot;
import amends.telephony.CallId;
import java.time.Duration;

/** The system's decision about the satisfaction message, in one line. */
final class SurveyWords {
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private final Texts texts;
    private final Timekeeper time;

    SurveyWords(Texts texts, Timekeeper time) {
        this.texts = texts;
        this.time = time;
    }

    String of(SurveyModel model, CallId call, Disposition chosen) {
        if (model.isAway(call)) return texts.get("survey.away");
        return model.decision(call, chosen).map(this::of).orElseGet(() -> texts.get("survey.deciding"));
    }

    private String of(SurveyDecision decision) {
        return switch (decision) {
            case WillAsk(var at)
            when at.isAfter(time.now().plus(AT_ONCE)) -> texts.get("survey.willAskAt", texts.moment(at, time.now()));
            case WillAsk ask -> texts.get("survey.willAsk");
            case WillNot(var because) -> texts.get("survey.willNot", texts.word(because));
        };
    }
}
