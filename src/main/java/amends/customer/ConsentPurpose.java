package amends.customer;

/** What a customer can agree to have done with their data. What is needed to serve them asks for no consent. */
public enum ConsentPurpose {
    /** Estimating how the person wishes to be dealt with, and speaking to them accordingly. */
    PERSONALISATION,
    /** Offers by short message. */
    COMMERCIAL_SMS,
    /** Offers by telephone. */
    COMMERCIAL_CALL,
    /** Being asked how it was, beyond the question after a contact. */
    SURVEY
}
