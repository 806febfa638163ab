package amends.acd;

/** What is to be done about a lead's visit. */
enum VisitEffect {
    /** Have a grant kept. */
    ASK,
    CALL,
    PROVE,
    /** The lead is heard, or not, as the grant says. */
    SPEAK,
    /** The customer is the lead's now. */
    ADOPT,
    /** The grant of before is over. */
    CLOSE,
    /** The new grant came to nothing; the lead stays where they are. */
    DROP,
    HANG_UP
}
