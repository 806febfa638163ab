package amends.desktop.team;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A callback, or something else that was promised, that its customer waits for in vain.
 *
 * @param customer their name; empty when not known
 * @param number empty where something was promised to a customer without one
 * @param owner who promised; empty when not known
 * @param expired whether nobody tries any more
 */
record OverdueCallback(
        UUID id,
        int complaint,
        String customer,
        Optional<PhoneNumber> number,
        String owner,
        Instant due,
        boolean expired) {}
