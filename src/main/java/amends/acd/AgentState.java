package amends.acd;

import java.time.Instant;

/** The state of an agent (CSTA, ECMA-269 §6.1.4). */
public sealed interface AgentState {
    record LoggedOff() implements AgentState {}

    record NotReady(Reason reason) implements AgentState {}

    record Ready() implements AgentState {}

    /** On a call, or being offered one: no second offer. */
    record Busy() implements AgentState {}

    /** @param until when it ends by itself */
    record WorkingAfterCall(Instant until) implements AgentState {}

    /** Why an agent takes no calls. */
    enum Reason {
        /** Just signed in, not yet begun. */
        SIGNED_IN,
        BREAK,
        MEAL,
        TRAINING,
        MEETING,
        BACK_OFFICE,
        /** Set by the system: a call rang and was not answered. */
        RING_NO_ANSWER,
        /** Set by a lead or at the PBX, for a reason that is none of these. */
        SET_BY_OTHERS
    }
}
