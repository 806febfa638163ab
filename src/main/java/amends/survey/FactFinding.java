package amends.survey;

import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackOutcome;
import java.util.Optional;

/** Finds out what decides whether the customer of a contact is asked. Blocks. */
final class FactFinding {
    private final SurveyStore store;
    private final KnownCallers callers;
    private final String homeRegion;
    private final Timekeeper time;

    FactFinding(SurveyStore store, KnownCallers callers, String homeRegion, Timekeeper time) {
        this.store = store;
        this.callers = callers;
        this.homeRegion = homeRegion;
        this.time = time;
    }

    SurveyFacts of(Contact contact) {
        Optional<PhoneNumber> number = number(contact);
        return new SurveyFacts(
                contact.answered().isPresent(),
                contact.isInbound(),
                isCallback(contact) ? Occasion.CALLBACK : Occasion.CONTACT,
                contact.wrapUp().map(WrapUp::disposition),
                number,
                number.filter(store.surveys()::isRefused).isPresent(),
                number.flatMap(n -> store.surveys().lastAsked(n, contact.customer())),
                time.now());
    }

    /** What came of a callback is kept after its contact; until then it is under way. */
    private boolean isCallback(Contact contact) {
        if (contact.isInbound()) return false;
        return store.callbacks()
                .attemptIn(contact.id())
                .map(attempt -> attempt.outcome() != CallbackOutcome.NOT_REACHED)
                .orElseGet(() -> store.callbacks().attemptingOf(contact.agent()).stream()
                        .anyMatch(callback -> callback.number().e164().equals(contact.number())));
    }

    /** The number of the call where it takes short messages, otherwise the customer's first that does. */
    private Optional<PhoneNumber> number(Contact contact) {
        return PhoneNumber.parse(contact.number(), homeRegion)
                .filter(PhoneNumber::takesShortMessages)
                .or(() -> callers.of(contact).map(CustomerProfile::numbers).stream()
                        .flatMap(numbers -> numbers.stream().filter(PhoneNumber::takesShortMessages))
                        .findFirst());
    }
}
