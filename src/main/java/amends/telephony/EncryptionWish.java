package amends.telephony;

/** Whether the media of an account's calls is to be encrypted. */
public enum EncryptionWish {
    OFF,
    /** Offered and taken where the far end can; else in the clear, which the window says. */
    PREFERRED,
    /** A call that cannot be encrypted is refused. */
    REQUIRED
}
