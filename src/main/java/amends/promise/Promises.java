package amends.promise;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The promises there are. Blocks; joins the caller's transaction. */
public interface Promises {
    /** Keeps a new promise. Its code must be nobody's: where it is taken, the transaction is tried again. */
    void add(Promise promise);

    /**
     * Keeps a promise as it now stands.
     *
     * @return false, and nothing changed, when it no longer stood as {@code before}: read it again
     */
    boolean change(Promise before, Promise now);

    Optional<Promise> byId(UUID id);

    /** For whoever has looked at its customer; without a look ask {@link PromiseGate}. */
    Optional<Promise> byCode(String code);

    /** Those that this member keeps, or gave for a department, and that are open; the earliest due first. */
    List<Promise> openOf(UUID member, int most);

    /** Everybody's that are open, the earliest due first. For those who may see the promises of all. */
    List<Promise> open(int most);

    /** Everybody's that are overdue, the longest first. For those who may see the promises of all. */
    List<Promise> overdue(Instant now, int most);

    /** Newest first. */
    List<Promise> ofCustomer(UUID customer, int most);

    /** Of whoever calls from a number that is nobody's yet, newest first. */
    List<Promise> ofNumber(PhoneNumber number, int most);

    /** What was promised to these numbers before it was known whose they are, is this customer's from now on. */
    void adopt(UUID customer, Collection<PhoneNumber> numbers);

    /** Keeps what happened, once per id. @return whether it was new */
    boolean note(PromiseEvent event);

    /** Oldest first. */
    List<PromiseEvent> eventsOf(UUID promise);

    /**
     * How such promises went, the newest first: without persons, for everybody.
     *
     * @param team code of the department; empty for those that people keep themselves
     */
    List<PastCourse> past(String kind, Optional<String> team, int most);

    /**
     * What became of the promises that fell due from one moment to before the other, by who kept them. For those who
     * may see the promises of all.
     */
    List<PromiseTally> tallies(Instant from, Instant until, Instant now);
}
