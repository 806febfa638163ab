package amends.recovery;

import amends.contact.Disposition;
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
import java.time.Duration;

/**
 * How much a failure weighs, from its evidence alone: the same for every customer.
 *
 * <table>
 * <caption>evidence × severity</caption>
 * <tr><th></th><th>MINOR</th><th>MODERATE</th><th>SEVERE</th></tr>
 * <tr><td>LongWait</td><td>over the limit</td><td>over 10 min</td><td>over 30 min</td></tr>
 * <tr><td>GaveUp</td><td>any</td><td>after over 2 min</td><td>after over 10 min</td></tr>
 * <tr><td>Dropped</td><td>–</td><td>any</td><td>after over 10 min of talk</td></tr>
 * <tr><td>BadlyHeard</td><td>any</td><td>over 10 %</td><td>over 25 %</td></tr>
 * <tr><td>CalledAgain</td><td>any</td><td>after FOLLOW_UP</td><td>after COMPLAINT</td></tr>
 * <tr><td>CallbackLate</td><td>–</td><td>–</td><td>any: making amends failed too</td></tr>
 * </table>
 */
public enum Severity {
    MINOR,
    MODERATE,
    SEVERE;

    private static final Duration WAIT_THAT_ANNOYS = Duration.ofMinutes(10);
    private static final Duration WAIT_THAT_ANGERS = Duration.ofMinutes(30);
    private static final Duration TRY_THAT_ANNOYS = Duration.ofMinutes(2);
    private static final Duration TRY_THAT_ANGERS = Duration.ofMinutes(10);
    private static final Duration TALK_THAT_IS_LOST = Duration.ofMinutes(10);
    private static final int TRANSFERS_THAT_ANGER = 5;
    private static final double LOSS_THAT_TIRES = 10;
    private static final double LOSS_THAT_DROWNS = 25;

    public static Severity of(Evidence evidence) {
        return switch (evidence) {
            case LongWait wait -> graded(wait.waited(), WAIT_THAT_ANNOYS, WAIT_THAT_ANGERS);
            case GaveUp tried -> graded(tried.waited(), TRY_THAT_ANNOYS, TRY_THAT_ANGERS);
            case Dropped call -> call.talked().compareTo(TALK_THAT_IS_LOST) > 0 ? SEVERE : MODERATE;
            case BadlyHeard call -> graded(call.lossPercent(), LOSS_THAT_TIRES, LOSS_THAT_DROWNS);
            case CalledAgain again ->
                again.disposition().map(Severity::afterwards).orElse(MINOR);
            case CallbackLate late -> SEVERE;
            case ThirdTransfer passed -> passed.times() >= TRANSFERS_THAT_ANGER ? SEVERE : MODERATE;
            case PromiseBroken promise -> SEVERE;
            case ComplaintOverdue complaint -> SEVERE;
            case AnswerCorrected answer -> MODERATE;
        };
    }

    private static Severity afterwards(Disposition earlier) {
        return switch (earlier) {
            case COMPLAINT -> SEVERE;
            case FOLLOW_UP -> MODERATE;
            case SOLVED, WRONG_NUMBER, NO_CUSTOMER -> MINOR;
        };
    }

    private static <N extends Comparable<N>> Severity graded(N measured, N moderate, N severe) {
        if (measured.compareTo(severe) > 0) return SEVERE;
        return measured.compareTo(moderate) > 0 ? MODERATE : MINOR;
    }
}
