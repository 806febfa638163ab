package amends.customer;

import amends.kernel.PhoneNumber;
import amends.telephony.CallId;
import amends.telephony.Party;
import java.util.Optional;

/** What the screen shows about the caller of a call. */
public sealed interface PopState {
    CallId call();

    Party caller();

    /** Being looked up. */
    record Looking(CallId call, Party caller) implements PopState {}

    record Known(CallId call, Party caller, CustomerProfile profile) implements PopState {}

    /** Nobody with this number: an empty profile to be filled in. @param number empty when withheld or an extension */
    record Unknown(CallId call, Party caller, Optional<PhoneNumber> number) implements PopState {}

    /**
     * Somebody of the house, at a telephone of the house, or a customer whom they put through: only a label, everything
     * can be done as for an unknown caller.
     *
     * @param name as the directory has it
     */
    record Colleague(CallId call, Party caller, String name) implements PopState {}

    /** Nothing can be shown now; tried again while the call lasts. */
    record Unavailable(CallId call, Party caller, Why why) implements PopState {
        public enum Why {
            /** The database did not answer in time. */
            AWAY,
            /** This member looked at too many customers in a short time. */
            TOO_MANY_LOOKS
        }
    }
}
