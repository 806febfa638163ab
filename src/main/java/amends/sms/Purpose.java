package amends.sms;

/** Why a short message is sent; later rules (consent, quiet hours) hang on it. Kept by name. */
public enum Purpose {
    /** Asks how it was. */
    SURVEY,
    /** Tells how a complaint, a promise or a callback stands. */
    RECOVERY,
    /** What the customer asked for: an answer, an address, a link. */
    INFORMATION,
    /** Tells of an outage, or of whatever a contingency plan was made for. */
    NOTICE
}
