package amends.recovery;

import amends.telephony.CallId;

/**
 * What the other party of a call is owed, as far as it is known.
 *
 * @param settled how many were settled in this call
 */
public record Owed(CallId call, Standing standing, Balance balance, int settled) {
    public enum Standing {
        /** Being looked up; what this very call shows is there already. */
        LOOKING,
        KNOWN,
        /** The database did not answer in time; tried again while the call lasts. */
        UNAVAILABLE
    }
}
