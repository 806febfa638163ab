package amends.survey;

import amends.contact.Contact;
import amends.contact.Disposition;
import java.util.function.Function;

/** What will be decided about a contact that is being written up, so that the agent can see it. Blocks. */
public interface SurveyOutlook {
    /** @return the decision for each way to dispose of the contact; answers at once */
    Function<Disposition, SurveyDecision> of(Contact contact);
}
