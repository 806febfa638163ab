package amends.acd;

/** What an agent is to be when no call and no write-up keeps them. */
sealed interface Aim {
    record Ready() implements Aim {}

    record NotReady(AgentState.Reason reason) implements Aim {}

    record Gone() implements Aim {}

    Aim READY = new Ready();
    Aim GONE = new Gone();
}
