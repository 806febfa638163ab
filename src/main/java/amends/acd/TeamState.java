package amends.acd;

/** What a lead sees an agent doing: the state that the distributor knows, and what the phone does. */
public sealed interface TeamState {
    record Ready() implements TeamState {}

    /** @param words as the distributor was told; says more than the reason where others wrote it */
    record NotReady(AgentState.Reason reason, String words) implements TeamState {}

    record OnCall() implements TeamState {}

    /** A call rings, not answered yet. */
    record Ringing() implements TeamState {}

    record AfterCall() implements TeamState {}

    /** In the queue, with a phone that nobody can call. */
    record Unreachable() implements TeamState {}

    /** Was in a queue today, is in none now. */
    record LoggedOff() implements TeamState {}
}
