package amends.recovery;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.kernel.PhoneNumber;
import amends.recovery.Evidence.CalledAgain;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.LongWait;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the facts of a call show, whether it still goes on or is written up: the same evidence either way. */
final class CallerFacts {
    /** A contact that began so soon after another one's end is the same call, handed over. */
    private static final Duration HANDED_OVER = Duration.ofSeconds(15);

    private static final int MOST_EARLIER = 10;
    private final FailureLimits limits;

    CallerFacts(FailureLimits limits) {
        this.limits = limits;
    }

    Optional<Evidence> longWait(CallId call, String queue, Duration waited) {
        return waited.compareTo(limits.longestWait()) > 0
                ? Optional.of(new LongWait(call, queue, waited, limits.longestWait()))
                : Optional.empty();
    }

    static Optional<Evidence> dropped(CallId call, Duration talked, ClearCause cause) {
        return switch (cause) {
            case UNREACHABLE, MEDIA_FAILED, SESSION_EXPIRED -> Optional.of(new Dropped(call, talked, cause));
            case LOCAL_HANGUP,
                    REMOTE_HANGUP,
                    CANCELLED,
                    ANSWERED_ELSEWHERE,
                    REJECTED,
                    BUSY,
                    NO_ANSWER,
                    NOT_FOUND,
                    TRANSFERRED,
                    REPLACED,
                    REDIRECTED -> Optional.empty();
        };
    }

    /** Blocks. @param began when this call did */
    Optional<Evidence> calledAgain(
            CallId call, Instant began, Optional<UUID> customer, Optional<PhoneNumber> number, Contacts contacts) {
        Instant since = began.minus(limits.again());
        Stream<Contact> ofCustomer = customer.stream().flatMap(c -> contacts.ofCustomer(c, MOST_EARLIER).stream());
        Stream<Contact> ofNumber = number.stream().flatMap(n -> contacts.ofNumber(n, since, MOST_EARLIER).stream());
        return Stream.concat(ofCustomer, ofNumber)
                .filter(c -> !c.call().equals(call.value()) && !c.began().isBefore(since))
                .filter(c -> isCallOfTheirs(c, began))
                .max(Comparator.comparing(Contact::began))
                .map(c -> new CalledAgain(call, c.id(), c.began(), c.wrapUp().map(WrapUp::disposition)));
    }

    private static boolean isCallOfTheirs(Contact earlier, Instant began) {
        boolean talked =
                earlier.direction() == Direction.INBOUND && earlier.answered().isPresent();
        boolean over = earlier.ended()
                .filter(end -> !end.plus(HANDED_OVER).isAfter(began))
                .isPresent();
        return talked && over && !isNobodys(earlier);
    }

    private static boolean isNobodys(Contact earlier) {
        return earlier.wrapUp()
                .filter(w -> w.disposition() == Disposition.WRONG_NUMBER || w.disposition() == Disposition.NO_CUSTOMER)
                .isPresent();
    }
}
