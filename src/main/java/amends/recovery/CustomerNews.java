package amends.recovery;

import java.time.Instant;

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
