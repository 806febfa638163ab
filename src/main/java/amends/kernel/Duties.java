package amends.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The store of what must happen later. Blocks. */
public interface Duties {
    /** Kept in the transaction of the caller, together with its cause. Adding the same id twice keeps one. */
    void add(Duty duty);

    /** Takes due duties that nobody holds, for the holder alone until the lease ends or the duty is settled. */
    List<Duty> lease(String holder, Duration leaseTime, int most);

    /** Carried out: never again. Ignored if the holder lost the lease to another, who then answers for it. */
    void done(UUID duty, String holder);

    /** Not carried out: again at the given moment. */
    void again(UUID duty, String holder, Instant at, String reason);

    /** Cannot ever be carried out: kept with the reason for people to see. */
    void givenUp(UUID duty, String holder, String reason);
}
