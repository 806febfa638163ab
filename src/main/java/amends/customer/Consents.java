package amends.customer;

import amends.customer.Consent.Withdrawal;
import java.util.List;
import java.util.UUID;

/** What customers agreed to. Blocks; joins the caller's transaction. */
public interface Consents {
    /** Whether the customer agrees to this now. */
    boolean holds(UUID customer, ConsentPurpose purpose);

    /** All there ever were, newest first. */
    List<Consent> of(UUID customer);

    /** Keeps it, once for each id. */
    void give(Consent consent);

    /** Takes back every consent to this purpose that was not taken back yet. @return how many there were */
    int withdraw(UUID customer, ConsentPurpose purpose, Withdrawal withdrawal);
}
