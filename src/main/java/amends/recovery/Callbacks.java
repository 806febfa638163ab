package amends.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The callbacks there are. Blocks; joins the caller's transaction. */
public interface Callbacks {
    /** Keeps a new callback. Once per id: one that is there already stays as it is. */
    void add(Callback callback);

    /**
     * Keeps a callback as it now stands.
     *
     * @return false, and nothing changed, when it no longer stood as {@code before}: read it again
     */
    boolean change(Callback before, Callback now);

    Optional<Callback> byId(UUID id);

    /** In the order of their due times. */
    List<Callback> ofComplaint(UUID complaint);

    /** The latest due first. */
    List<CallbackTask> ofCustomer(UUID customer, int most);

    /** This member's callbacks that are not ended, the earliest due first. */
    List<CallbackTask> openOf(UUID owner, int most);

    /**
     * Every callback that a customer waits for longer than they were told, whoever owns it, and those that expired
     * while their complaint is still unanswered. For those who may see the callbacks of all. The longest due first.
     */
    List<CallbackTask> overdue(Instant now, int most);

    /** Everybody's that are not ended, the earliest due first. For those who may see the callbacks of all. */
    List<CallbackTask> open(int most);

    /** This member's callbacks that are being called, as the store knows. */
    List<Callback> attemptingOf(UUID owner);

    /** Keeps what came of one attempt, once per id. @return whether it was new */
    boolean addAttempt(CallbackAttempt attempt);

    /** Oldest first. */
    List<CallbackAttempt> attemptsOf(UUID callback);

    /** The attempt that was this contact; empty for any other contact. */
    Optional<CallbackAttempt> attemptIn(UUID contact);
}
