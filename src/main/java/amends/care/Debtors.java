package amends.care;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** To whom we owe. Blocks; joins the caller's transaction. */
public interface Debtors {
    /**
     * Customers with something open, not expired, whom nobody is looking after: without an open complaint or callback,
     * not on the list, not called from it since {@code calledBefore}, and not those who wish no such calls. In the store's own order.
     *
     * @param after the last of the part before; empty: from the beginning
     */
    List<UUID> unattended(Instant calledBefore, Optional<UUID> after, int most);

    /** How these are addressed and called; those without a number are left out. */
    Map<UUID, Reach> reached(List<UUID> customers);

    record Reach(String name, PhoneNumber number) {}

    /** What happened with customers to whom something went wrong since then, the latest first. */
    List<History> histories(Instant since, int most);

    Optional<History> history(UUID customer);
}
