package amends.simulation;

import java.time.Instant;

/**
 * A message that the simulated centre took.
 *
 * @param id by which the centre speaks of it
 * @param account who handed it in
 * @param from as handed in
 * @param to as handed in, with a plus sign where it is international
 */
public record SmscMessage(String id, String account, String from, String to, String text, Instant at) {}
