package amends.telephony;

/** What a colleague's telephone does (RFC 4235). */
public enum LineUse {
    /** Not told: not signed in, or the exchange does not tell. */
    UNKNOWN,
    FREE,
    RINGING,
    BUSY
}
