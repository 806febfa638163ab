package amends.telephony;

/** Names a call on every side of it: the SIP Call-ID of the desk's own dialog (RFC 3261 §8.1.1.4). */
public record CallId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
