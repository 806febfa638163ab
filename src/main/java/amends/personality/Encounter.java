package amends.personality;

import java.time.Instant;
import java.util.List;

/**
 * What was seen of a customer at one contact in which something had failed.
 *
 * @param severity of what had failed, {@value #LEAST} to {@value #GRAVEST}
 */
public record Encounter(Instant at, int severity, List<Mark> marks) {
    public static final int LEAST = 1;
    public static final int GRAVEST = 4;

    public Encounter {
        if (severity < LEAST || severity > GRAVEST) throw new IllegalArgumentException("severity " + severity);
        marks = List.copyOf(marks);
    }

    /** Without this mark. */
    Encounter without(Mark mark) {
        return new Encounter(at, severity, marks.stream().filter(m -> m != mark).toList());
    }
}
