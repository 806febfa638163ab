package amends.acd;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something was heard.
 *
 * @param nanos of the monotonic clock
 * @param midnight with which the local day began
 */
record Moment(Instant now, long nanos, LocalDate day, Instant midnight) {}
