package amends.desktop.team;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A callback that its customer waits for in vain.
 *
 * @param customer their name; empty when not known
 * @param owner who promised; empty when not known
 * @param expired whether nobody tries any more
 */
record OverdueCallback(
        UUID id, int complaint, String customer, PhoneNumber number, String owner, Instant due, boolean expired) {}
