package amends.telephony;

/** Says of a call that is to be answered without the agent or not at all (RFC 5373) whether it will be. */
@FunctionalInterface
public interface SelfAnswer {
    /** Every call waits for the agent. */
    SelfAnswer NEVER = (call, caller) -> false;

    /** Asked on the call loop before the call rings; returns at once. @param caller as the server says */
    boolean answers(CallId call, Party caller);
}
