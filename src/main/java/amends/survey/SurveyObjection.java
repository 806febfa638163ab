package amends.survey;

import amends.contact.Disposition;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Why a customer is not asked. The first that holds is told. */
public enum SurveyObjection {
    OFF((facts, policy) -> !policy.enabled()),
    NOT_TALKED((facts, policy) -> !facts.talked()),
    NOT_A_CUSTOMER(
            (facts, policy) -> facts.disposition().filter(how -> !isServed(how)).isPresent()),
    WE_CALLED((facts, policy) -> !facts.theyCalled() && facts.occasion() != Occasion.CALLBACK),
    NO_MOBILE((facts, policy) -> facts.number().isEmpty()),
    OPTED_OUT((facts, policy) -> facts.optedOut()),
    ASKED_LATELY((facts, policy) -> facts.occasion() != Occasion.CALLBACK
            && facts.lastAsked()
                    .filter(at -> at.plus(policy.againAfter()).isAfter(facts.now()))
                    .isPresent());

    private final BiPredicate<SurveyFacts, SurveyPolicy> holds;

    SurveyObjection(BiPredicate<SurveyFacts, SurveyPolicy> holds) {
        this.holds = holds;
    }

    static Optional<SurveyObjection> first(SurveyFacts facts, SurveyPolicy policy) {
        for (SurveyObjection objection : values())
            if (objection.holds.test(facts, policy)) return Optional.of(objection);
        return Optional.empty();
    }

    private static boolean isServed(Disposition how) {
        return switch (how) {
            case SOLVED, FOLLOW_UP, COMPLAINT -> true;
            case WRONG_NUMBER, NO_CUSTOMER -> false;
        };
    }
}
