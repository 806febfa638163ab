package amends.survey;

import amends.contact.Disposition;
import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * All that decides whether a customer is asked. No estimate of the customer's character is among it.
 *
 * @param talked whether somebody answered
 * @param theyCalled whether the customer called, not we
 * @param occasion {@code CALLBACK} when an apology callback reached the customer in this contact
 * @param disposition how the agent disposed of it; empty while they have not
 * @param number one of the customer's that takes short messages
 * @param optedOut whether they refused to be asked
 * @param lastAsked when they were asked last
 */
record SurveyFacts(
        boolean talked,
        boolean theyCalled,
        Occasion occasion,
        Optional<Disposition> disposition,
        Optional<PhoneNumber> number,
        boolean optedOut,
        Optional<Instant> lastAsked,
        Instant now) {

    SurveyFacts disposedOf(Disposition how) {
        return new SurveyFacts(talked, theyCalled, occasion, Optional.of(how), number, optedOut, lastAsked, now);
    }
}
