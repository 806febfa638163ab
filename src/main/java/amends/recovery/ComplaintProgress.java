package amends.recovery;

import amends.telephony.CallId;
import java.util.Optional;

/** What became of a complaint that was made in a call. */
public sealed interface ComplaintProgress {
    CallId call();

    /** On its way into the database. */
    record Keeping(CallId call) implements ComplaintProgress {}

    /** The database is away: it is held, and kept when that is back. */
    record Held(CallId call) implements ComplaintProgress {}

    /** @param callback empty when there is no number to call */
    record Kept(CallId call, Complaint complaint, Optional<Callback> callback) implements ComplaintProgress {}

    record Refused(CallId call, Reason reason) implements ComplaintProgress {}

    enum Reason {
        NOT_ALLOWED,
        /** The database does not take it, and will not later: for the log. What was written is still in the form. */
        NOT_TAKEN
    }
}
