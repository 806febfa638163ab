package amends.readiness;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan that was switched on, and what it did so far.
 *
 * @param off when it was switched off; empty while it is on
 * @param calls it matched @param answered of them with the prepared answer @param granted of them with something given
 * @param notices put out @param sent of them that the network took @param failed of them that did not arrive
 */
public record PlanRun(
        UUID id,
        UUID plan,
        String title,
        Instant on,
        Optional<Instant> off,
        int calls,
        int answered,
        int granted,
        int notices,
        int sent,
        int failed) {}
