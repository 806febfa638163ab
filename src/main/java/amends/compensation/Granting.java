package amends.compensation;

import amends.kernel.Cancellable;
import amends.staff.StaffMember;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Giving, asking for, approving and taking back. Each act is one transaction with what follows from it: the ledger, the
 * budget, the failures settled, the audit trail. Blocks; any thread, any number of processes at once.
 */
public interface Granting {
    /** Gives it, where the member may and the budget can; asks for approval where it is beyond their authority. */
    Result ask(StaffMember asker, GrantWish wish);

    /** Says yes to what another asked for. The last yes that is needed gives it. */
    Result approve(StaffMember approver, UUID grant);

    /** @param reason must not be empty: the asker has to tell the customer something */
    Result refuse(StaffMember approver, UUID grant, String reason);

    /** The asker takes a request back. */
    Result withdraw(StaffMember asker, UUID grant);

    /**
     * Told inside the transaction in which something is given, on its thread: what is kept there joins it, and when it
     * fails nothing was given.
     */
    Cancellable onGranted(Consumer<Grant> listener);

    /** What became of an act. */
    sealed interface Result {
        record Given(Grant grant) implements Result {}

        /** It waits for so many others. */
        record Waiting(Grant grant, int forSoMany) implements Result {}

        /** It came to its end without anything given. */
        record Ended(Grant grant) implements Result {}

        /** Nothing was changed. */
        record Refused(Reason reason) implements Result {}
    }

    /** Why nothing was changed. */
    enum Reason {
        /** The member's roles do not allow it. */
        NOT_ALLOWED,
        /** Nobody approves what they asked for themselves. */
        OWN_REQUEST,
        /** The member approved it already: another must. */
        APPROVED_ALREADY,
        /** The member's own authority does not reach so far. */
        BEYOND_AUTHORITY,
        /** The policy gives nothing for this case, or not this. */
        NOT_IN_POLICY,
        /** One of the failures was paid for already, or somebody has asked for it. */
        PAID_ALREADY,
        /** One of the failures is not open any more: settled otherwise, or written off. */
        SETTLED_ALREADY,
        /** The budget of this period does not reach. */
        NO_BUDGET,
        /** None of it is left in this period. */
        OUT_OF_STOCK,
        /** It cannot be given at this hour. */
        CLOSED,
        /** It is decided already, or there is no such request. */
        NOT_WAITING,
        /** Nothing is refused without a reason. */
        NO_REASON
    }
}
