package amends.recovery;

import amends.kernel.Cancellable;
import amends.recovery.Settlement.Means;
import amends.telephony.CallId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What we owe whoever calls. Called, and tells, on the call loop; looks up elsewhere, with a deadline, and never holds
 * the call up.
 */
public interface Owing {
    /** What is owed in this call, kept through its write-up; empty when there is no such call any more. */
    Optional<Owed> of(CallId call);

    Cancellable onOwed(Consumer<Owed> listener);

    /**
     * Settles what is owed. Shown as settled at once; while the database is away it is held and kept when that is back.
     *
     * @param failures those of this call's balance; others are left alone
     * @param words what was done in the agent's words; for writing off the reason, which must not be empty
     */
    void settle(CallId call, Collection<UUID> failures, Means means, String words, Consumer<Settled> result);

    /** What became of the wish to settle. */
    enum Settled {
        DONE,
        /** The member may not settle so. */
        NOT_ALLOWED,
        /** Nobody has spoken with the customer yet. */
        NOT_ANSWERED,
        /** Nothing of it is open. */
        NOTHING_OPEN,
        /** Nothing is written off without a reason. */
        NO_REASON
    }
}
