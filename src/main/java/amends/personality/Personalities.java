package amends.personality;

import java.util.UUID;

/** What is thought of customers' types. */
public interface Personalities {
    /** Blocks; joins the caller's transaction. Nothing is read of a customer who did not agree to it. */
    Estimate of(UUID customer);
}
