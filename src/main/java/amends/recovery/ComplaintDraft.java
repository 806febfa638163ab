package amends.recovery;

import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A complaint as it comes in.
 *
 * @param id chosen by whoever brings it: the same complaint twice is kept once
 * @param customerName as the customer is addressed; empty when not known
 * @param contact in which it was made
 * @param callBack where to call with the apology; without it there is no callback
 * @param subject in one line; may be empty
 * @param what happened, as told
 * @param owner who sees to it and calls back
 * @param callBackBy until when; empty for the house's rule
 * @param readBack whether the customer has heard and confirmed what is written here
 * @param matter whether it is a complaint that was made before
 */
public record ComplaintDraft(
        UUID id,
        Complaint.Source source,
        Optional<UUID> customer,
        String customerName,
        Optional<UUID> contact,
        Optional<PhoneNumber> callBack,
        String subject,
        String what,
        Severity severity,
        UUID owner,
        Instant at,
        Optional<Instant> callBackBy,
        boolean readBack,
        Matter matter) {
    public static final int MOST_SUBJECT = 200;
    public static final int MOST_WHAT = 4000;
    static final int MOST_NAME = 120;

    public ComplaintDraft {
        subject = PlainText.line(subject, MOST_SUBJECT);
        what = PlainText.lines(what, MOST_WHAT);
        customerName = PlainText.line(customerName, MOST_NAME);
    }

    /** Where nothing was read back and nobody said whether it is new. */
    public ComplaintDraft(
            UUID id,
            Complaint.Source source,
            Optional<UUID> customer,
            String customerName,
            Optional<UUID> contact,
            Optional<PhoneNumber> callBack,
            String subject,
            String what,
            Severity severity,
            UUID owner,
            Instant at,
            Optional<Instant> callBackBy) {
        this(
                id,
                source,
                customer,
                customerName,
                contact,
                callBack,
                subject,
                what,
                severity,
                owner,
                at,
                callBackBy,
                false,
                new Matter.Unsaid());
    }

    /** Where the name is not at hand. */
    public ComplaintDraft(
            UUID id,
            Complaint.Source source,
            Optional<UUID> customer,
            Optional<UUID> contact,
            Optional<PhoneNumber> callBack,
            String subject,
            String what,
            Severity severity,
            UUID owner,
            Instant at,
            Optional<Instant> callBackBy) {
        this(id, source, customer, "", contact, callBack, subject, what, severity, owner, at, callBackBy);
    }
}
