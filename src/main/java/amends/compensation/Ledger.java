package amends.compensation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows behind the grants, and what may be spent. Blocks; joins the caller's transaction. */
public interface Ledger extends Grants {
    /** Keeps a new grant and holds the failures that it pays for. The same id twice is an error. */
    void add(Grant grant);

    /** Keeps a grant as it now stands. @return false when it no longer stood as before: read it again */
    boolean change(Grant now, Grant before);

    /** Lets go of the failures of a grant that came to nothing: they can be paid for otherwise. */
    void release(UUID grant);

    /** Those of them that are paid for, or that somebody asked to pay for. */
    List<UUID> paidAmong(Collection<UUID> failures);

    /** Makes sure the pot is there with this amount, whatever is spent of it already. */
    void fill(Pot pot);

    /** Takes so much, where so much is left. @return whether it did */
    boolean take(Pot pot, long much);

    /** Gives back what was taken in this transaction. */
    void giveBack(Pot pot, long much);

    /** Every pot of a period that was ever filled. */
    List<Pot> pots(String period);

    /** What became of what was given, nameless: to learn from. */
    List<PastCase> pastCases(Instant since);
}
