package amends.sms;

import java.util.Optional;
import java.util.UUID;

/** The messages that are to be sent. Blocks; joins the caller's transaction. */
public interface Outbox {
    /**
     * Kept in the transaction of the caller, with the duty to send it. Putting the same id again changes nothing.
     * Whether and when it is sent depends on whoever runs the sending; nobody waits for that here.
     */
    void put(OutgoingSms sms);

    /** How far a message has come. */
    Optional<SmsCourse> courseOf(UUID sms);
}
