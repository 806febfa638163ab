package amends.recovery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cases there are, and the complaints that could become one. Blocks; joins the caller's transaction. */
public interface CaseLibrary {
    /** Answered complaints with a score after the answer of which nobody decided yet. @param of whose; empty: anybody's */
    List<Recovered> candidates(Optional<UUID> of, int most);

    /** Decides that a complaint became a case or will not. @return false when it was decided before */
    boolean claim(UUID complaint, boolean made);

    void add(RecoveryCase told);

    /** Newest first. */
    List<RecoveryCase> latest(int most);
}
