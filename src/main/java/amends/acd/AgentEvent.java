package amends.acd;

import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Instant;
import java.util.Set;

/** What can happen to an agent's state. */
sealed interface AgentEvent {
    /** @param ongoing calls that the phone already has */
    record SignIn(Set<CallId> ongoing) implements AgentEvent {}

    record SignOut() implements AgentEvent {}

    record WantReady() implements AgentEvent {}

    record WantNotReady(AgentState.Reason reason) implements AgentEvent {}

    /** A call rings, or was begun by the agent. */
    record CallBegan(CallId call) implements AgentEvent {}

    record CallAnswered(CallId call) implements AgentEvent {}

    /** @param now from which a write-up counts */
    record CallEnded(CallId call, ClearCause cause, Instant now) implements AgentEvent {}

    record RangOut() implements AgentEvent {}

    record Finish() implements AgentEvent {}

    record Extend() implements AgentEvent {}

    record CountdownEnded() implements AgentEvent {}

    /** Somebody else made the agent ready. */
    record MadeReady() implements AgentEvent {}

    /** Somebody else made the agent not ready. */
    record MadeNotReady(AgentState.Reason reason) implements AgentEvent {}

    record LinkLost() implements AgentEvent {}

    record LinkBack() implements AgentEvent {}
}
