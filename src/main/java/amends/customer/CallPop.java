package amends.customer;

import amends.kernel.Cancellable;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.Party;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;

/** What goes on for the caller of one call. On the call loop only. */
final class CallPop {
    final CallId call;
    final Party caller;
    final Optional<PhoneNumber> number;
    /** The entry of the audit trail for this call's look: the same however often it is tried. */
    final UUID lookEntry = Ids.next();
    /** The id of the profile that an unknown caller gets: the same however often the save is tried. */
    final UUID newCustomer = Ids.next();

    final Queue<Save> saves = new ArrayDeque<>();
    PopState state;
    boolean over;
    boolean saving;
    int inFlight;
    int failures;
    Cancellable timer = () -> {};

    record Save(ScreenPop.Filled filled, Consumer<ScreenPop.Saved> result) {}

    CallPop(CallId call, Party caller, Optional<PhoneNumber> number) {
        this.call = call;
        this.caller = caller;
        this.number = number;
        state = new PopState.Looking(call, caller);
    }

    /** Why the caller is looked at. */
    String occasion() {
        return "call " + call;
    }

    CustomerGate.Look look(StaffMember looker) {
        return new CustomerGate.Look(lookEntry, looker, occasion());
    }

    boolean isAnswered() {
        return !(state instanceof PopState.Looking || state instanceof PopState.Unavailable);
    }
}
