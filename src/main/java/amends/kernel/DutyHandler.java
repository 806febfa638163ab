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

    sealed interface Result {
        record Done() implements Result {}

        record Again(Duration in, String reason) implements Result {}

        record GivenUp(String reason) implements Result {}
    }
}
