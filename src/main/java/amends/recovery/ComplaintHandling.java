package amends.recovery;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the complaints that are made in calls. Called, and tells, on the call loop; stores elsewhere, so a call never
 * waits for it.
 */
public interface ComplaintHandling {
    /** Opens the complaint of this call; one for each call, whatever is asked again once it is under way. */
    void open(CallId call, Grievance grievance);

    Optional<ComplaintProgress> of(CallId call);

    /** Until when the customer would be called back if they complained now. Any thread. */
    Instant promised(Severity severity);

    Cancellable onProgress(Consumer<ComplaintProgress> listener);
}
