package amends.recovery;

import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;

/**
 * What a customer complains of, as the agent has written it down.
 *
 * @param subject in one line
 * @param what happened; may be empty
 * @param callBack where to call with the apology; without it there is no callback
 * @param callBackBy until when, as agreed with the customer; empty for the house's rule
 * @param customerName as the customer is addressed; empty when not known
 * @param readBack whether the customer has heard and confirmed what is written here
 * @param matter whether it is a complaint that was made before
 */
public record Grievance(
        String subject,
        String what,
        Severity severity,
        Optional<PhoneNumber> callBack,
        Optional<Instant> callBackBy,
        String customerName,
        boolean readBack,
        Matter matter) {
    public Grievance {
        subject = PlainText.line(subject, ComplaintDraft.MOST_SUBJECT);
        what = PlainText.lines(what, ComplaintDraft.MOST_WHAT);
        customerName = PlainText.line(customerName, ComplaintDraft.MOST_NAME);
    }

    /** Where nothing was read back and nobody said whether it is new. */
    public Grievance(
            String subject,
            String what,
            Severity severity,
            Optional<PhoneNumber> callBack,
            Optional<Instant> callBackBy,
            String customerName) {
        this(subject, what, severity, callBack, callBackBy, customerName, false, new Matter.Unsaid());
    }
}
