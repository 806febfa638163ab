package amends.kernel;

import java.time.Duration;

/** Carries out duties of one kind. Called on virtual threads, possibly twice for one duty after a crash. */
public interface DutyHandler {
    String kind();

    Result carryOut(Duty duty);

    /**
     * Whether carrying out only changes the store: then it is one transaction with the duty's end, so it happens
     * exactly once, whoever dies.
     */
    default boolean isTransaction() {
        return false;
    }

    /** Whether its duties come back at their hours for ever: then it is no sign of harm that one began often. */
    default boolean isForEver() {
        return false;
    }

    /**
     * Whether carrying out makes sense now. While it does not (whom it takes for is out of reach), duties of this kind
     * wait untouched and are not counted as begun. Answers at once; {@link DutyRunner#nudge} when it changes.
     */
    default boolean isReady() {
        return true;
    }

    sealed interface Result {
        record Done() implements Result {}

        record Again(Duration in, String reason) implements Result {}

        record GivenUp(String reason) implements Result {}
    }
}
