package amends.desktop.recovery;

import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import amends.recovery.Balance;
import amends.recovery.Evidence;
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
import amends.telephony.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is owed in words: a line for the agent's eye, and an apology to be said. */
public final class OweWords {
    /** How many stand in the line; the others are counted. */
    private static final int IN_LINE = 2;

    private final Look look;
    private final Timekeeper time;

    public OweWords(Look look, Timekeeper time) {
        this.look = look;
        this.time = time;
    }

    /** The gravest of it in one line; {@link #more} counts the rest. */
    public String line(Balance balance, CallId call) {
        return balance.open().stream()
                .limit(IN_LINE)
                .map(failure -> item(failure, call))
                .collect(Collectors.joining("  ·  "));
    }

    /** As in "and 2 more"; empty where the line says it all. */
    public String more(Balance balance) {
        int rest = balance.count() - IN_LINE;
        return rest > 0 ? "·  " + look.get("owe.more", rest) : "";
    }

    /** One of it, as in "waited 14 min yesterday and gave up". @param call the one at hand */
    public String item(Failure failure, CallId call) {
        String when = when(failure, call);
        return begun(
                switch (failure.evidence()) {
                    case LongWait wait -> look.get("owe.longWait", when, span(wait.waited()));
                    case GaveUp tried -> look.get("owe.gaveUp", when, span(tried.waited()));
                    case Dropped cut -> look.get("owe.dropped", when, span(cut.talked()));
                    case BadlyHeard heard -> look.get("owe.badlyHeard", when, Math.round(heard.lossPercent()));
                    case CalledAgain again -> look.get("owe.calledAgain", when, day(again.at()));
                    case CallbackLate late -> look.get("owe.callbackLate", day(late.due()));
                    case ThirdTransfer passed -> look.get("owe.thirdTransfer", when, passed.times());
                    case PromiseBroken promise -> look.get("owe.promiseBroken", day(promise.due()));
                    case ComplaintOverdue complaint -> look.get("owe.complaintOverdue", day(complaint.due()));
                    case AnswerCorrected answer -> look.get("owe.answerCorrected", when);
                });
    }

    /** Neutral words for the worst of it, said to the customer by name where it is known. */
    public Optional<String> apology(Balance balance, Optional<String> name, CallId call) {
        return balance.worst().map(worst -> {
            String dear = name.map(n -> look.get("sorry.dear", n)).orElseGet(() -> look.get("sorry.stranger"));
            return look.get("sorry.said", dear, sorry(worst, call));
        });
    }

    private String sorry(Failure worst, CallId call) {
        String when = when(worst, call);
        return switch (worst.evidence()) {
            case LongWait wait -> look.get("sorry.longWait", when, span(wait.waited()));
            case GaveUp tried -> look.get("sorry.gaveUp", when, span(tried.waited()));
            case Dropped cut -> look.get("sorry.dropped", when);
            case BadlyHeard heard -> look.get("sorry.badlyHeard", when);
            case CalledAgain again -> look.get("sorry.calledAgain");
            case CallbackLate late -> look.get("sorry.callbackLate", day(late.due()));
            case ThirdTransfer passed -> look.get("sorry.thirdTransfer", when, passed.times());
            case PromiseBroken promise -> look.get("sorry.promiseBroken", day(promise.due()));
            case ComplaintOverdue complaint -> look.get("sorry.complaintOverdue", day(complaint.due()));
            case AnswerCorrected answer -> look.get("sorry.answerCorrected", when);
        };
    }

    /** As in "owed 2"; empty when nothing is. */
    public String shortly(Balance balance) {
        return balance.isEmpty() ? "" : look.get("owe.short", balance.count());
    }

    private String when(Failure failure, CallId call) {
        return isOf(failure.evidence(), call) ? look.get("when.now") : day(failure.at());
    }

    private static boolean isOf(Evidence evidence, CallId call) {
        return switch (evidence) {
            case LongWait wait -> wait.call().equals(call);
            case Dropped cut -> cut.call().equals(call);
            case BadlyHeard heard -> heard.call().equals(call);
            case CalledAgain again -> again.call().equals(call);
            case GaveUp tried -> false;
            case CallbackLate late -> false;
            case ThirdTransfer passed -> passed.call().equals(call);
            case PromiseBroken promise -> false;
            case ComplaintOverdue complaint -> false;
            case AnswerCorrected answer -> false;
        };
    }

    private String day(Instant at) {
        long days = look.texts().daysBefore(at, time.now());
        if (days <= 0) return look.get("when.today");
        return days == 1 ? look.get("when.yesterday") : look.get("when.days", days);
    }

    private String span(Duration length) {
        return length.toSeconds() < 60
                ? look.get("span.seconds", length.toSeconds())
                : look.get("span.minutes", length.toMinutes());
    }

    private static String begun(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
