package amends.survey;

import amends.contact.Contact;
import amends.customer.CustomerProfile;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import amends.survey.SurveyDecision.WillAsk;
import amends.survey.SurveyDecision.WillNot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the customer when a contact closes. The survey, its short message and the duty that ends it are kept in the
 * transaction in which the contact closes; called there, again when that is tried again.
 */
public final class SurveyAsking implements Consumer<Contact> {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyAsking.class);
    private final SurveyStore store;
    private final KnownCallers callers;
    private final SurveyPolicy policy;
    private final FactFinding facts;

    /** @param homeRegion ISO 3166 country whose national numbers are understood */
    public SurveyAsking(
            SurveyStore store, KnownCallers callers, SurveyPolicy policy, String homeRegion, Timekeeper time) {
        this.store = store;
        this.callers = callers;
        this.policy = policy;
        facts = new FactFinding(store, callers, homeRegion, time);
    }

    @Override
    public void accept(Contact contact) {
        if (store.surveys().byId(Survey.idFor(contact.id())).isPresent()) return;
        SurveyFacts found = facts.of(contact);
        switch (SurveyDecision.of(found, policy)) {
            case WillAsk(var at) -> ask(survey(contact, found, at));
            case WillNot(var because) -> LOG.info("call {}: the customer is not asked: {}", contact.call(), because);
        }
    }

    private Survey survey(Contact contact, SurveyFacts found, Instant due) {
        return new Survey(
                Survey.idFor(contact.id()),
                contact.id(),
                found.occasion(),
                contact.agent(),
                contact.customer(),
                callers.of(contact).map(CustomerProfile::name).orElse(""),
                found.number().orElseThrow(),
                due,
                due.plus(policy.expiresAfter()),
                Survey.State.DUE,
                Optional.empty(),
                "");
    }

    private void ask(Survey survey) {
        if (!store.surveys().add(survey)) return;
        store.outbox()
                .put(new OutgoingSms(
                        survey.id(),
                        survey.number(),
                        policy.wording().question(survey.occasion(), policy.sender()),
                        Purpose.SURVEY,
                        survey.due(),
                        untilQuiet(survey)));
        store.duties()
                .add(new Duty(
                        Ids.named("survey ends:" + survey.id()), SurveyExpiry.KIND, survey.id(), survey.expires(), 0));
        LOG.info("survey {} of contact {} is due {}", survey.id(), survey.contact(), survey.due());
    }

    /** A message that is held up must not arrive at night. */
    private Instant untilQuiet(Survey survey) {
        return policy.quiet()
                .beginAfter(survey.due())
                .filter(quiet -> quiet.isBefore(survey.expires()))
                .orElse(survey.expires());
    }
}
