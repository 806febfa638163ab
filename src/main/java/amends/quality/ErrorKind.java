package amends.quality;

/** Whom it harms when a criterion is not met: the three critical errors of COPC practice, and all the rest. */
public enum ErrorKind {
    /** The law or a rule of the trade is broken. */
    COMPLIANCE,
    /** The customer goes away with a wrong answer, without one, or hurt. */
    CUSTOMER,
    /** The house loses: wrong entries, promises that it cannot keep. */
    BUSINESS,
    /** It could have been done better. */
    NON_CRITICAL
}
