package amends.customer;

import java.util.List;
import java.util.UUID;

/** What one room knows to tell in a customer's time line. Blocks; joins the caller's transaction. */
public interface TimeLineSource {
    /** All that is open, then the newest of the rest, as many as asked for together. */
    List<TimeLineEntry> of(UUID customer, int most);
}
