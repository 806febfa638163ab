package amends.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that must happen later, stored with its cause. Whoever holds its lease carries it out; a lease that runs
 * out (the process died) lets another take it, so carrying out is idempotent by {@link #id}.
 *
 * @param id the duty's own id: the key of idempotence
 * @param kind what is to be done, names the {@link DutyHandler}
 * @param subject the row that it concerns
 * @param due not before
 * @param attempts how often it was begun, this time included
 */
public record Duty(UUID id, String kind, UUID subject, Instant due, int attempts) {
    public static Duty of(String kind, UUID subject, Instant due) {
        return new Duty(Ids.next(), kind, subject, due, 0);
    }
}
