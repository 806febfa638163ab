package amends.customer;

import amends.customer.Tag.Dispute;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is said of customers. Blocks; joins the caller's transaction. */
public interface Tags {
    /** All of this customer, expired and disputed ones too, the newest first. */
    List<Tag> of(UUID customer);

    Optional<Tag> byId(UUID id);

    /** Keeps a new tag, or says anew what is kept under its id; a dispute stays. */
    void put(Tag tag);

    /** @return false when there is no such tag, or it is disputed already */
    boolean dispute(UUID tag, Dispute dispute);

    /** The dispute is over, and the tag holds. @return false when it was not disputed */
    boolean uphold(UUID tag);

    /** @return false when there is no such tag */
    boolean remove(UUID tag);
}
