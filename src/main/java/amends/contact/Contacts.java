package amends.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contacts there are. Blocks; joins the caller's transaction. */
public interface Contacts {
    /** Keeps the contact as it now stands, new or changed. */
    void save(Contact contact);

    Optional<Contact> byId(UUID id);

    /** This agent's contacts that a dead desk left open. */
    List<Contact> leftOpen(UUID agent);

    /** Newest first. */
    List<Contact> ofCustomer(UUID customer, int most);

    /** Newest first. */
    List<Contact> latest(int most);
}
