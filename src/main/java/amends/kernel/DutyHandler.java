package amends.kernel;

import java.time.Duration;

/** Carries out duties of one kind. Called on virtual threads, possibly twice for one duty after a crash. */
public interface DutyHandler {
    String kind();

    Result carryOut(Duty duty);

    sealed interface Result {
        record Done() implements Result {}

        record Again(Duration in, String reason) implements Result {}

        record GivenUp(String reason) implements Result {}
    }
}
