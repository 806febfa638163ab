package amends.survey;

import java.time.Instant;

/** Whether a customer is asked: decided by the system, never by the agent. */
public sealed interface SurveyDecision {
    /** @param at now, or after the quiet hours */
    record WillAsk(Instant at) implements SurveyDecision {}

    record WillNot(SurveyObjection because) implements SurveyDecision {}

    static SurveyDecision of(SurveyFacts facts, SurveyPolicy policy) {
        return SurveyObjection.first(facts, policy)
                .<SurveyDecision>map(WillNot::new)
                .orElseGet(() -> new WillAsk(policy.quiet().endAfter(facts.now())));
    }
}
