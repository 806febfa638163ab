package amends.acd;

import java.time.Duration;

/**
 * A queue as it stands.
 *
 * @param waiting callers in it
 * @param longestWait of those waiting now; zero when none
 * @param ready agents who could take a call now
 * @param signedIn agents in the queue
 */
public record QueueStatus(String queue, int waiting, Duration longestWait, int ready, int signedIn) {}
