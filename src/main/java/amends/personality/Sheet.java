package amends.personality;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that one observer marked at one contact.
 *
 * @param observer a member, or {@link #HOUSE}
 * @param at when the contact was
 * @param severity of what had failed, {@value Encounter#LEAST} to {@value Encounter#GRAVEST}
 * @param marks what was looked for, and whether it was seen; empty takes back what was marked before
 */
public record Sheet(
        UUID contact, UUID customer, UUID observer, Instant at, int severity, Map<Behaviour, Boolean> marks) {
    /** The house marks by itself what it keeps anyway. */
    public static final UUID HOUSE = new UUID(0, 0);

    public Sheet {
        if (severity < Encounter.LEAST || severity > Encounter.GRAVEST)
            throw new IllegalArgumentException("severity " + severity);
        marks = Map.copyOf(marks);
    }
}
