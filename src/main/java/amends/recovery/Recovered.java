package amends.recovery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A complaint that was answered, with what the customer thought: what a case can be made of.
 *
 * @param kinds of what had failed
 * @param cause as it was coded; may be empty
 * @param answer what the customer was told; may be empty
 * @param before 1 to 5, where the customer said
 */
public record Recovered(
        UUID complaint,
        int number,
        String customerName,
        String subject,
        String what,
        String answer,
        String cause,
        Severity severity,
        List<String> kinds,
        Optional<Integer> before,
        int after) {
    /** From this score on it went well. */
    static final int GOOD = 4;
    /** Or from so much more than before. */
    static final int CLEARLY_MORE = 2;

    public Recovered {
        kinds = List.copyOf(kinds);
    }

    public boolean isSuccess() {
        return after >= GOOD || before.filter(b -> after >= b + CLEARLY_MORE).isPresent();
    }
}
