package amends.telephony;

/** The state of the desk's connection to a call (CSTA, ECMA-269 §6.1.5). */
public enum ConnectionState {
    NULL,
    INITIATED,
    ALERTING,
    CONNECTED,
    HOLD,
    QUEUED,
    FAILED
}
