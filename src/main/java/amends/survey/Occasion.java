package amends.survey;

/** What a customer is asked about. */
public enum Occasion {
    /** A contact of theirs. */
    CONTACT,
    /** We called back with our apology: whether it is well now, the second score of one story. */
    CALLBACK
}
