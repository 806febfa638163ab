package amends.pbx;

import amends.kernel.Cancellable;

/** One who waits in a queue. Belongs to the exchange's loop. */
final class WaitingCaller {
    /** The channel's unique id. */
    final String id;
    /** On the monotonic clock. */
    final long joined;

    final int originalPosition;
    /** Whose telephone rings for this caller, or null. */
    Member offeredTo;

    long offeredAt;
    boolean overdue;
    Cancellable ringTimer = () -> {};
    Cancellable waitTimer = () -> {};

    WaitingCaller(String id, long joined, int originalPosition) {
        this.id = id;
        this.joined = joined;
        this.originalPosition = originalPosition;
    }
}
