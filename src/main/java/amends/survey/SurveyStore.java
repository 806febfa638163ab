package amends.survey;

import amends.kernel.Duties;
import amends.recovery.Callbacks;
import amends.sms.Outbox;

/** What asking a customer needs of the store, all of which joins one transaction. */
public record SurveyStore(Surveys surveys, Callbacks callbacks, Outbox outbox, Duties duties) {}
