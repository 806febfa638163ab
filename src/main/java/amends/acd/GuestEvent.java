package amends.acd;

import amends.telephony.CallId;
import java.util.Optional;

/** What happens to a guest. */
sealed interface GuestEvent {
    record LetIn(CallId guest) implements GuestEvent {}

    record Pressed(char key) implements GuestEvent {}

    /** @param grant used up for this; empty when the key opens none */
    record Judged(Optional<VisitGrant> grant) implements GuestEvent {}

    /** The guest has not proven anything in time. */
    record Late() implements GuestEvent {}

    record GuestGone() implements GuestEvent {}

    record HostGone(CallId host) implements GuestEvent {}

    /** The customer could not be handed over. */
    record NotHandedOver() implements GuestEvent {}
}
