package amends.customer;

import amends.kernel.PhoneNumber;
import java.util.Optional;
import java.util.UUID;

/** What customers wrote, and whose it is. Blocks; joins the caller's transaction. */
public interface Letters {
    /** Whoever bears this id of that system; of merged ones, the one who is left. */
    Optional<UUID> byOutsideId(String source, String id);

    Optional<UUID> byNumber(PhoneNumber number);

    /** @return whether it was not there yet */
    boolean keep(UUID id, CustomerOffice.Letter letter, UUID who);

    /** Where a complaint is opened of a letter. Joins the caller's transaction. */
    interface Complaints {
        void open(ImportedLetter letter);
    }
}
