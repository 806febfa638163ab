package amends.customer;

/** What our own profile of a customer has a place for, and another system may know. */
public enum OutsideField {
    NAME,
    TIER,
    REGION,
    SEGMENT,
    LANGUAGE,
    BIRTHDAY
}
