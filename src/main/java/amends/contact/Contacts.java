package amends.contact;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contacts there are. Blocks; joins the caller's transaction. */
public interface Contacts {
    /**
     * Keeps the contact as it now stands, new or changed. A draft of the note stays until there is a wrap-up; the
     * score is the customer's and is never written here.
     */
    void save(Contact contact);

    /** Keeps the note as far as it is typed. Ignored when the contact is closed. */
    void draft(UUID contact, String note);

    /** The desk still has this contact in hand. */
    void stillOpen(UUID contact);

    /**
     * The customer's score of this contact.
     *
     * @param score {@value Contact#LOWEST} to {@value Contact#HIGHEST}
     * @return false, and nothing changed, when it has one already: the first answer counts
     */
    boolean score(UUID contact, int score);

    Optional<Contact> byId(UUID id);

    /** The note, draft or final; empty when there is none. */
    String noteOf(UUID contact);

    /** This agent's contacts that a dead desk left open: those of this desk, and those that nobody kept alive. */
    List<LeftOpen> leftOpen(UUID agent);

    /** Newest first. */
    List<Contact> ofCustomer(UUID customer, int most);

    /**
     * The contacts with this number, newest first.
     *
     * @param since what began earlier is left out
     */
    List<Contact> ofNumber(PhoneNumber number, Instant since, int most);

    /** Newest first. */
    List<Contact> latest(int most);

    /** This agent's, newest first. */
    List<Contact> ofAgent(UUID agent, int most);

    /** @param note as far as it was typed @param lastSeen when the desk last had it in hand */
    record LeftOpen(Contact contact, String note, Instant lastSeen) {}
}
