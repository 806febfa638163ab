package amends.desktop.compensation;

import amends.compensation.FailureKind;
import amends.compensation.Offer;
import amends.compensation.Offer.Reason;
import amends.desktop.look.Look;
import java.util.Locale;
import java.util.stream.Collectors;

/** Offers and kinds of failures in the reader's words. */
final class OfferWords {
    private final Look look;

    OfferWords(Look look) {
        this.look = look;
    }

    Locale language() {
        return look.texts().language().locale();
    }

    String name(Offer offer) {
        return offer.option().name().in(language());
    }

    String value(Offer offer) {
        return offer.option().value().shown(language());
    }

    String lift(Offer offer) {
        return look.get("offer.lift", String.format(Locale.ROOT, "%+.1f", offer.expectedLift()));
    }

    /** Why it stands at its place, in one sentence or two. */
    String why(Offer offer) {
        return offer.reasons().stream().map(this::word).collect(Collectors.joining(look.get("offer.and")));
    }

    private String word(Reason reason) {
        return switch (reason) {
            case Reason.Best best -> look.get("offer.best");
            case Reason.WorthTrying trying -> look.get("offer.trying");
            case Reason.Cheaper cheaper -> look.get("offer.cheaper");
            case Reason.Dearer dearer -> look.get("offer.dearer");
            case Reason.Cases(var cases, var lift) ->
                look.get("offer.cases", cases, String.format(Locale.ROOT, "%+.1f", lift));
            case Reason.OtherFailures(var cases) -> look.get("offer.others", cases);
            case Reason.Believed believed -> look.get("offer.believed");
        };
    }

    /** Those that the shipped policy adds have words; others are called as the policy calls them. */
    String kind(FailureKind kind) {
        return switch (kind.key()) {
            case "wrong-charge" -> look.get("offer.wrongCharge");
            case "late-refund" -> look.get("offer.lateRefund");
            case "actual-loss" -> look.get("offer.actualLoss");
            case "long-wait" -> look.get("offer.kind.longWait");
            case "gave-up" -> look.get("offer.kind.gaveUp");
            case "dropped" -> look.get("offer.kind.dropped");
            case "badly-heard" -> look.get("offer.kind.badlyHeard");
            case "called-again" -> look.get("offer.kind.calledAgain");
            case "callback-late" -> look.get("offer.kind.callbackLate");
            case "third-transfer" -> look.get("offer.kind.thirdTransfer");
            case "promise-broken" -> look.get("offer.kind.promiseBroken");
            case "complaint-overdue" -> look.get("offer.kind.complaintOverdue");
            case "answer-corrected" -> look.get("offer.kind.answerCorrected");
            default -> kind.key();
        };
    }
}
