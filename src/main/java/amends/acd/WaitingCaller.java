package amends.acd;

/**
 * One who waits in a queue.
 *
 * @param id names the call at the distributor
 * @param number as it came; empty when withheld
 * @param position from 1
 */
public record WaitingCaller(String queue, String id, String number, Since since, int position) {}
