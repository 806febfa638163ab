package amends.telephony;

/** Who began the call, seen from the desk. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
