package amends.desktop.recovery;

import amends.desktop.look.Look;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.CallbackLate;
import amends.recovery.Evidence.CalledAgain;
import amends.recovery.Evidence.ComplaintOverdue;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.LongWait;
import amends.recovery.Evidence.PromiseBroken;
import amends.recovery.Evidence.ThirdTransfer;
import amends.recovery.Failure;
import amends.recovery.OldAndNew;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts behind a failure, a line each. */
public final class EvidenceWords {
    private static final int MOST_ANSWER = 90;
    private static final int MOST_NAME = 60;
    private final Look look;
    private final Timekeeper time;

    public EvidenceWords(Look look, Timekeeper time) {
        this.look = look;
        this.time = time;
    }

    /** @param told what the customer was told and what is right, where that is what failed */
    public List<String> facts(Failure failure, Optional<OldAndNew> told) {
        var facts = new ArrayList<String>();
        facts.add(look.get("evidence.at", moment(failure.at()), look.texts().word(failure.severity())));
        facts.add(fact(failure));
        told.ifPresent(t -> {
            facts.add(look.get("evidence.told", PlainText.line(t.told(), MOST_ANSWER)));
            facts.add(look.get("evidence.now", PlainText.line(t.right(), MOST_ANSWER)));
        });
        return facts;
    }

    private String fact(Failure failure) {
        return switch (failure.evidence()) {
            case LongWait wait ->
                look.get("evidence.waited", name(wait.queue()), span(wait.waited()), span(wait.limit()));
            case GaveUp tried -> look.get("evidence.gaveUp", name(tried.queue()), span(tried.waited()));
            case Dropped cut ->
                look.get("evidence.dropped", span(cut.talked()), look.texts().word(cut.cause()));
            case BadlyHeard heard ->
                look.get(
                        heard.hearing() == amends.recovery.Evidence.Hearing.AGENT
                                ? "evidence.heardByUs"
                                : "evidence.heardByThem",
                        "%.1f".formatted(heard.lossPercent()));
            case CalledAgain again ->
                look.get(
                        "evidence.before",
                        moment(again.at()),
                        again.disposition().map(look.texts()::word).orElse("–"));
            case CallbackLate late -> look.get("evidence.due", moment(late.due()));
            case PromiseBroken broken -> look.get("evidence.due", moment(broken.due()));
            case ComplaintOverdue overdue -> look.get("evidence.due", moment(overdue.due()));
            case ThirdTransfer passed -> look.get("evidence.passed", passed.times(), name(passed.way()));
            case AnswerCorrected answer ->
                look.get(
                        "evidence.article",
                        answer.article().id(),
                        answer.told(),
                        answer.corrected(),
                        moment(answer.at()));
        };
    }

    /** What opens the thing itself. */
    String way(Failure failure) {
        return look.get(
                switch (failure.kind()) {
                    case LONG_WAIT, GAVE_UP, DROPPED, BADLY_HEARD, CALLED_AGAIN, THIRD_TRANSFER ->
                        "evidence.recordings";
                    case CALLBACK_LATE -> "evidence.callbacks";
                    case PROMISE_BROKEN -> "evidence.promises";
                    case COMPLAINT_OVERDUE -> "evidence.complaints";
                    case ANSWER_CORRECTED -> "evidence.answers";
                });
    }

    private static String name(String text) {
        return PlainText.line(text, MOST_NAME);
    }

    private String moment(Instant at) {
        return look.texts().moment(at, time.now());
    }

    private String span(Duration length) {
        return length.toSeconds() < 60
                ? look.get("span.seconds", length.toSeconds())
                : look.get("span.minutes", length.toMinutes());
    }
}
