package amends.survey;

import amends.contact.Contact;
import amends.contact.Disposition;
import amends.kernel.Timekeeper;
import java.util.function.Function;

/** Looks the facts up once; how the contact is disposed of is all that the agent can still change. */
public final class LookingSurveyOutlook implements SurveyOutlook {
    private final SurveyPolicy policy;
    private final FactFinding facts;

    public LookingSurveyOutlook(
            SurveyStore store, KnownCallers callers, SurveyPolicy policy, String homeRegion, Timekeeper time) {
        this.policy = policy;
        facts = new FactFinding(store, callers, homeRegion, time);
    }

    @Override
    public Function<Disposition, SurveyDecision> of(Contact contact) {
        SurveyFacts found = facts.of(contact);
        return how -> SurveyDecision.of(found.disposedOf(how), policy);
    }
}
