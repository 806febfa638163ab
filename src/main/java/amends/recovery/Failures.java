package amends.recovery;

import amends.kernel.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What went wrong, as kept. Blocks; joins the caller's transaction. */
public interface Failures {
    /** Keeps it once, whoever else saw it. @return whether it was new */
    boolean add(Failure failure);

    /** What this customer is owed, newest first. */
    List<Failure> openOf(UUID customer);

    /** What whoever calls from a number that is nobody's yet is owed, newest first. */
    List<Failure> openOf(PhoneNumber number);

    /** What went wrong for this customer ever, what is open first, then newest first. */
    List<Kept> ofCustomer(UUID customer, int most);

    /** What happened to these numbers before it was known whose they are, is this customer's from now on. */
    void adopt(UUID customer, Collection<PhoneNumber> numbers);

    /** Settles those of them that are open; the others stay as they were. */
    void settle(Collection<UUID> failures, Settlement how);

    Optional<Kept> byId(UUID failure);

    /** @param how present when it is not open any more */
    record Kept(Failure failure, Optional<Settlement> how) {}
}
