package amends.compensation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audits there were: what was drawn, and what was found. Blocks; joins the caller's transaction. */
public interface Audits {
    /** Keeps a draw with its list. */
    void add(AuditDraw draw, List<Grant> drawn);

    /** The latest draws, newest first. */
    List<AuditDraw> latest(int most);

    /** The list of a draw, in the order in which it is looked into. */
    List<Item> items(UUID draw);

    /** @return whether it stands in the list */
    boolean find(UUID draw, UUID grant, Finding finding, String words, UUID auditor, Instant at);

    /** What was found of a grant. */
    enum Finding {
        IN_ORDER,
        /** Something is wrong with it: the words say what. */
        WRONG
    }

    /** @param finding empty until somebody looked into it */
    record Item(Grant grant, int place, Optional<Finding> finding, String words, Optional<UUID> auditor) {}
}
