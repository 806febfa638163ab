package amends.survey;

import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackAttempt;
import amends.recovery.CallbackOutcome;
import java.util.Optional;

/** Finds out what decides whether the customer of a contact is asked. Blocks. */
final class FactFinding {
    private final SurveyStore store;
    private final String homeRegion;
    private final Timekeeper time;

    FactFinding(SurveyStore store, String homeRegion, Timekeeper time) {
        this.store = store;
        this.homeRegion = homeRegion;
        this.time = time;
    }

    /** Of a contact that closes. */
    SurveyFacts closing(Contact contact) {
        boolean reached = store.callbacks()
                .attemptIn(contact.id())
                .map(CallbackAttempt::outcome)
                .filter(outcome -> outcome != CallbackOutcome.NOT_REACHED)
                .isPresent();
        return of(contact, reached ? Occasion.CALLBACK : Occasion.CONTACT);
    }

    /** Of a contact that is written up: a callback that is under way is taken to have reached the customer. */
    SurveyFacts writingUp(Contact contact) {
        boolean callingBack = !contact.isInbound()
                && store.callbacks().attemptingOf(contact.agent()).stream()
                        .anyMatch(callback -> callback.number().e164().equals(contact.number()));
        return of(contact, callingBack ? Occasion.CALLBACK : Occasion.CONTACT);
    }

    private SurveyFacts of(Contact contact, Occasion occasion) {
        Optional<PhoneNumber> number = number(contact);
        return new SurveyFacts(
                contact.answered().isPresent(),
                contact.isInbound(),
                occasion,
                contact.wrapUp().map(WrapUp::disposition),
                number,
                number.filter(store.surveys()::isRefused).isPresent(),
                number.flatMap(n -> store.surveys().lastAsked(n, contact.customer())),
                time.now());
    }

    /** The number of the call where it takes short messages, otherwise the customer's first that does. */
    private Optional<PhoneNumber> number(Contact contact) {
        return PhoneNumber.parse(contact.number(), homeRegion)
                .filter(PhoneNumber::takesShortMessages)
                .or(() -> contact.customer().flatMap(store.customers()::byId).stream()
                        .map(CustomerProfile::numbers)
                        .flatMap(numbers -> numbers.stream().filter(PhoneNumber::takesShortMessages))
                        .findFirst());
    }
}
