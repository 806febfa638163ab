package amends.recovery;

import java.util.Optional;

/** Where complaints come in. Blocks; joins the caller's transaction. */
public interface ComplaintIntake {
    /**
     * Keeps the complaint, the callback that apologises for it and what reminds of that, all or nothing, once per id.
     */
    Taken received(ComplaintDraft draft);

    /** @param callback empty when there is no number to call */
    record Taken(Complaint complaint, Optional<Callback> callback) {}
}
