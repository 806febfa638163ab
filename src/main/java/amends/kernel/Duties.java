package amends.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The store of what must happen later. Blocks; joins the caller's transaction. */
public interface Duties {
    /** Kept in the transaction of the caller, together with its cause. Adding the same id twice keeps one. */
    void add(Duty duty);

    /**
     * Takes due duties that nobody holds, for the holder alone until the lease ends or the duty is settled. The wall
     * clock that decides may be corrected meanwhile: back, and a lease lasts at most twice its time; forward, and it
     * ends early, which is why carrying out is idempotent.
     *
     * @param holder names one runner of one process: never used again after it died
     * @param kinds those that the holder can carry out
     */
    List<Duty> lease(String holder, Set<String> kinds, Duration leaseTime, int most);

    /** Holds the duty for another lease time. @return false when the holder lost it */
    boolean renew(UUID duty, String holder, Duration leaseTime);

    /**
     * Carried out: never again.
     *
     * @return false, and nothing changed, when the holder lost the lease to another, who then answers for it
     */
    boolean done(UUID duty, String holder);

    /** Not carried out: again at the given moment. @return false when the holder lost the lease */
    boolean again(UUID duty, String holder, Instant at, String reason);

    /** Cannot ever be carried out: kept with the reason for people to see. @return false when the lease was lost */
    boolean givenUp(UUID duty, String holder, String reason);
}
