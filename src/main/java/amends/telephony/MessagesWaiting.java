package amends.telephony;

/** Voice messages at the exchange (RFC 3842). @param fresh not yet heard @param old heard and kept */
public record MessagesWaiting(int fresh, int old) {
    public static final MessagesWaiting NONE = new MessagesWaiting(0, 0);
}
