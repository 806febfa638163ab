package amends.acd;

import java.time.Duration;

/** What follows from a change of an agent's state. */
sealed interface AgentEffect {
    /** Join the queues, not ready. */
    record LogOn() implements AgentEffect {}

    record LogOff() implements AgentEffect {}

    record TellReady() implements AgentEffect {}

    record TellNotReady(AgentState.Reason reason) implements AgentEffect {}

    record TellWorking() implements AgentEffect {}

    record StartCountdown(Duration length) implements AgentEffect {}

    /** @param by added to what is left */
    record ExtendCountdown(Duration by) implements AgentEffect {}

    record StopCountdown() implements AgentEffect {}
}
