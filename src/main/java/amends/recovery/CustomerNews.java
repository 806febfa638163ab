package amends.recovery;

import amends.kernel.Ids;
import java.time.Instant;
import java.util.UUID;

/** Tells a customer how their complaint stands, without being asked. Blocks; joins the caller's transaction. */
public interface CustomerNews {
    /** Nobody is told anything. */
    CustomerNews NONE = (complaint, occasion, once, at) -> false;

    /**
     * @param complaint as it stands now
     * @param once names this piece of news: the same is told once
     * @return false when there is no way to tell this customer: then a person has to
     */
    boolean tell(Complaint complaint, Occasion occasion, String once, Instant at);

    /**
     * The id of a piece of news: of the message that tells it, and of what the history says of it where that counts as
     * told. So a message that never arrives is found there.
     */
    static UUID id(Complaint complaint, Occasion occasion, String once) {
        return Ids.named("complaint news:" + complaint.id() + ":" + occasion + ":" + once);
    }

    enum Occasion {
        ACKNOWLEDGED,
        /** Nothing happened that would be news, except that it is being worked on. */
        STANDING,
        /** The branch or department has answered. */
        DISPATCH_BACK,
        ANSWERED,
        /** It is closed: how was the handling? */
        CLOSED,
        REOPENED,
        /** After a callback: what was agreed is confirmed. */
        CALLED_BACK
    }
}
